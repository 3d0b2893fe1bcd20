package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own rules about records that are no sessions, in the real window, without a display. */
class EventRulesTest {

    private static final String STOPPED = """
        title: Service Changed Its State
        id: 8a5c1f0e-55a2-4d5c-8b43-5f3d9c0a7701
        name: state
        logsource:
            product: windows
            service: system
        detection:
            selection:
                EventID: 7036
            condition: selection
        level: low
        """;

    private static final String OFTEN = """
        title: Services Changed Their State Often
        id: 8a5c1f0e-55a2-4d5c-8b43-5f3d9c0a7702
        correlation:
            type: event_count
            rules:
                - state
            group-by:
                - rpcscope.host
            timespan: 1h
            condition:
                gte: 2
            generate: true
        level: medium
        """;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(
                bench.file("sessions.txt", "sessions", "confirmed 10.20.4.31 49812 45.148.10.77 135"),
                bench.file(
                        "system.txt",
                        "sessions",
                        "event -30 WS-0431.lab 10.20.4.31 7036 just before",
                        "event 5 ws-0431 10.20.4.31 7040 another",
                        "event 600 WS-0431 10.20.4.31 7036 later"));
        bench.awaitWords("#status", "1 session\n1 flagged");
        bench.await(true, () -> bench.lines("source").contains("10.20.4.31"));
        Bench.run(() -> bench.table().getSelectionModel().clearAndSelect(0));
        click("#tab-inspector-related");
        bench.awaitWords(".related-top", "3 events on ws-0431 (10.20.4.31)");
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void click(String selector) {
        bench.await(true, () -> bench.scene().lookup(selector) != null);
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(selector)).fire());
    }

    private void choose(Path own) {
        bench.chosen.add(own);
        click("#tuning-rules");
        click("#rules-folder");
    }

    @Test
    void eventsThatWereReadBeforeAreAskedAndWhatIsSwitchedOffIsNotReported() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own-rules"));
        Files.writeString(own.resolve("state.yml"), STOPPED);
        Files.writeString(own.resolve("often.yml"), OFTEN);
        choose(own);

        bench.awaitWords("#related", "Service Changed Its State");
        bench.awaitWords("#related", "Services Changed Their State Often");
        bench.awaitWords(".related-top", "4 events on ws-0431 (10.20.4.31); rules match 3 of them");

        Bench.run(() -> ((TextField) bench.scene().lookup("#rules-search")).setText("changed state"));
        bench.awaitWords("#rules", "correlation");
        bench.await(2L, () -> Bench.fx(() -> switches()));
        Bench.run(() -> bench.scene().lookup("#rules").lookupAll(".toggle-switch").stream()
                .filter(Node::isVisible)
                .map(ToggleSwitch.class::cast)
                .forEach(each -> each.setSelected(false)));
        click("#button-tuning-apply");
        bench.awaitWords(".related-top", "3 events on ws-0431 (10.20.4.31); rules match 0 of them");
        assertFalse(bench.words("#related").contains("Changed"));
    }

    private long switches() {
        return bench.scene().lookup("#rules").lookupAll(".toggle-switch").stream()
                .filter(node -> node.getParent() != null && node.isVisible())
                .count();
    }

    @Test
    void aRuleAboutEventsIsCountedWhileItIsWritten() {
        click("#tuning-rules");
        click("#rules-new");
        bench.await(true, () -> editor() != null);
        Scene editor = Objects.requireNonNull(editor());
        Bench.run(() -> ((TextArea) editor.lookup("#code")).setText(STOPPED));
        bench.await("This version matches 2 events: 2 new, 0 gone", () -> effect(editor));
        Bench.run(() -> ((TextArea) editor.lookup("#code")).setText(STOPPED.replace("7036", "[7036, 7040]")));
        bench.await("This version matches 3 events: 3 new, 0 gone", () -> effect(editor));
        Bench.run(() -> ((TextArea) editor.lookup("#code")).setText(OFTEN));
        bench.await("A correlation is counted once it is saved", () -> effect(editor));
    }

    private static String effect(Scene editor) {
        return Bench.fx(() -> ((Labeled) editor.lookup("#editor-effect")).getText());
    }

    private static @Nullable Scene editor() {
        return Bench.fx(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.lookup("#editor-save") != null)
                .findFirst()
                .orElse(null));
    }
}
