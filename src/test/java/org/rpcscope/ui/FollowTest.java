package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Files and folders that are followed, in the real window. */
class FollowTest {

    private static final String FIRST = "confirmed 10.20.4.31 49812 45.148.10.77 135";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheWindow() {
        bench = new Bench(folder);
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private List<String> lines() {
        return bench.lines("source", "destination");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private ToggleButton toggle() {
        return bench.find(ToggleButton.class, ".follow-button");
    }

    private boolean bannerShown() {
        return Bench.fx(() -> bench.scene().lookup("#banner").isVisible());
    }

    @Test
    void aFollowedFileShowsWhatIsWrittenToItAndTellsOfEachFindingOnce() throws IOException {
        Path log = bench.file("live.txt", "sessions", FIRST);
        bench.open(log);
        bench.await(List.of("10.20.4.31 45.148.10.77"), this::lines);
        bench.still(this::toggle);
        robot.clickOn(toggle());
        bench.awaitWords("#sources", "followed");
        append(log, "attempt 10.20.9.200 50001 185.12.64.3 135\nattempt 10.20.2.8 50002 13.107.6.152 1");
        bench.awaitWords("#banner", "1 new flagged session in what is followed: 10.20.9.200 \u2192 185.12.64.3");
        assertEquals(2, lines().size(), "the line that is not whole waits");

        append(log, "35\nestablished 10.20.4.31 50003 10.20.1.5 445\n");
        bench.awaitWords(
                "#banner", "2 new flagged sessions in what is followed, the last one 10.20.2.8 \u2192 13.107.6.152");
        robot.clickOn(bench.find(Button.class, "#banner .button"));
        bench.await(false, this::bannerShown);

        append(log, "established 10.20.4.31 50004 10.20.1.5 445\n");
        bench.awaitWords("#sources", "5 sessions");
        assertFalse(bannerShown(), "what was told is not told again");

        robot.clickOn(toggle());
        bench.await(false, () -> Bench.fx(() -> toggle().isSelected()));
        append(log, "attempt 10.20.9.200 50005 185.12.64.9 135\n");
        Path other = bench.file("other.txt", "sessions", "attempt 10.20.9.201 50001 185.12.64.8 135");
        bench.open(other);
        bench.await(4, () -> lines().size());
        assertFalse(bannerShown(), "what the analyst opens is no news");
    }

    @Test
    void aFolderIsOpenedAndWhatComesUpThereToo() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        append(logs.resolve("a.txt"), "sessions\n" + FIRST + "\n");
        bench.chosen.add(logs);
        chooseInFileMenu("Follow a folder\u2026");
        bench.await(List.of("10.20.4.31 45.148.10.77"), this::lines);
        assertFalse(bannerShown(), "what was there is no news");
        append(logs.resolve("b.txt"), "sessions\nattempt 10.20.9.200 50001 185.12.64.3 135\n");
        bench.await(2, () -> lines().size());
        bench.awaitWords("#banner", "1 new flagged session");
        chooseInFileMenu("Stop following");
        bench.await(false, () -> bench.words("#sources").contains("followed"));
    }

    private void chooseInFileMenu(String item) {
        Node menu = Bench.fx(() -> bench.scene().lookup(".menu-bar .menu"));
        bench.still(() -> menu);
        robot.clickOn(menu);
        robot.clickOn(item);
    }
}
