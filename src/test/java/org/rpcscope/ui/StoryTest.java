package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Reads the story of a host in the real window, without a display. */
class StoryTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void chooseAHost() {
        bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 svcctl/CreateServiceW LAB\\eve",
                "established 10.20.4.31 50003 10.20.1.5 445",
                "confirmed 10.20.4.31 49813 45.148.10.77 135 svcctl/StartServiceW LAB\\eve",
                "established 10.20.1.9 50003 10.20.4.31 445 samr/SamrConnect5 LAB\\bob",
                "attempt 10.20.9.9 49813 45.148.10.77 135",
                "event -30 WS-0431.lab 10.20.4.31 7036 just before",
                "event 2 ws-0431 10.20.4.31 7045 %COMSPEC% /c whoami",
                "event 6 OTHER 10.20.4.99 7045 elsewhere"));
        bench.awaitWords("#status", "5 sessions\n3 flagged");
        press("#tab-hosts");
        bench.awaitWords("#story", "Choose a host above");
        Bench.run(() -> ((TextField) bench.scene().lookup("#filter")).setText("ip:10.20.4.31"));
        bench.awaitWords("#story", "Story of 10.20.4.31 (ws-0431)");
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void press(String button) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(button)).fire());
    }

    /** What a screen reader says of the lines, from the top down. */
    private List<String> lines() {
        return Bench.fx(() -> bench.scene().lookup("#story-lines").lookupAll(".story-cell").stream()
                .filter(cell -> cell.getAccessibleText() != null)
                .sorted((a, b) -> Double.compare(
                        a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
                .map(Node::getAccessibleText)
                .toList());
    }

    @Test
    void sessionsAndEventsStandInOrderOfTimeWithWhatIsNewInThem() {
        bench.await(
                List.of(
                        "2026-11-24 09:40:37.000, Service state · 7036, just before, LAB\\alice",
                        "2026-11-24 09:41:07.000, → 45.148.10.77:135, CreateServiceW, new user, LAB\\eve",
                        "2026-11-24 09:41:08.234, → 10.20.1.5:445, first contact",
                        "2026-11-24 09:41:09.000, Service installed · 7045, Service Installed That Starts a Shell or a"
                                + " File of a Share · %COMSPEC% /c whoami, high, LAB\\alice",
                        "2026-11-24 09:41:09.000, Correlation, Outbound RPC, Then a Service Installed on the Same Host,"
                                + " high, LAB\\alice",
                        "2026-11-24 09:41:09.469, → 45.148.10.77:135, StartServiceW, LAB\\eve",
                        "2026-11-24 09:41:09.469, Correlation, Outbound RPC, Then a Service Installed on the Same Host,"
                                + " high",
                        "2026-11-24 09:41:10.703, ← 10.20.1.9 :445, SamrConnect5, new user, LAB\\bob"),
                this::lines);
        bench.awaitWords("#story", "4 sessions · 2 flagged · 3 peers · 4 events · LAB\\eve, LAB\\bob");
    }

    @Test
    void aChapterListsAPartOfIt() {
        bench.await(8, () -> lines().size());
        press("#chapter-flagged");
        bench.await(5, () -> lines().size());
        press("#chapter-firsts");
        bench.await(
                List.of(
                        "2026-11-24 09:41:07.000, → 45.148.10.77:135, CreateServiceW, new user, LAB\\eve",
                        "2026-11-24 09:41:08.234, → 10.20.1.5:445, first contact",
                        "2026-11-24 09:41:10.703, ← 10.20.1.9 :445, SamrConnect5, new user, LAB\\bob"),
                this::lines);
        press("#chapter-events");
        bench.await(4, () -> lines().size());
    }

    @Test
    void aLineLeadsToItsSessionAndToItsRecord() {
        bench.await(8, () -> lines().size());
        choose(3);
        robot.push(KeyCode.ENTER);
        bench.await(
                "EventID: 7045\nImagePath: %COMSPEC% /c whoami\nProvider_Name: Service Control Manager\n\n"
                        + "event 2 ws-0431 10.20.4.31 7045 %COMSPEC% /c whoami",
                () -> Bench.fx(
                        () -> bench.scene().lookup("#story-record") instanceof TextArea area ? area.getText() : ""));
        choose(2);
        robot.push(KeyCode.ENTER);
        bench.awaitWords("#inspector", "10.20.4.31 → 10.20.1.5");
        bench.await(true, () -> Bench.fx(() -> bench.table().isVisible()));
    }

    private void choose(int line) {
        Bench.run(() -> {
            ListView<?> list = (ListView<?>) bench.scene().lookup("#story-lines");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(line);
        });
    }

    @Test
    void withoutAHostThereIsNoStory() {
        bench.await(8, () -> lines().size());
        Bench.run(() -> ((TextField) bench.scene().lookup("#filter")).setText(""));
        bench.awaitWords("#story", "Choose a host above");
        assertFalse(bench.words("#story").contains("10.20.4.31"));
        bench.await(List.of(), this::lines);
    }
}
