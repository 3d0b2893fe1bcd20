package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Writes rules and exceptions in the real window, without a display. */
class RulesTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135 samr/SamrConnect5 LAB\\svc_backup",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "established 10.20.9.200 50002 185.12.64.4 593",
        "established 10.20.4.31 50003 10.20.1.5 445"
    };

    private static final List<String> FLAGGED =
            List.of("confirmed 10.20.4.31 45.148.10.77", "attempt 10.20.9.200 185.12.64.3");

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.await(FLAGGED, this::lines);
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private List<String> lines() {
        return bench.lines("tier", "source", "destination");
    }

    private void click(String selector) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(selector)).fire());
    }

    private @Nullable Scene editor() {
        return Bench.fx(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.lookup("#editor-save") != null)
                .findFirst()
                .orElse(null));
    }

    private Scene awaitEditor() {
        bench.await(true, () -> editor() != null);
        return Objects.requireNonNull(editor());
    }

    private static String words(Scene scene, String selector) {
        return Bench.fx(() -> {
            StringBuilder words = new StringBuilder();
            Node part = scene.lookup(selector);
            if (part instanceof Labeled labeled) {
                return labeled.getText();
            }
            for (Node node : part.lookupAll("*")) {
                if (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty()) {
                    words.append(labeled.getText()).append('\n');
                }
            }
            return words.toString();
        });
    }

    private static TextArea text(Scene editor) {
        return Bench.fx(() -> (TextArea) editor.lookup("#code"));
    }

    private static void change(Scene editor, String from, String to) {
        Bench.run(() -> {
            TextArea text = text(editor);
            assertTrue(text.getText().contains(from), text.getText());
            text.setText(text.getText().replace(from, to));
        });
    }

    private static boolean canSave(Scene editor) {
        return Bench.fx(() -> !editor.lookup("#editor-save").isDisable());
    }

    @Test
    void aRuleIsWrittenWithAFaultMendedCountedSavedAndFires() throws IOException {
        Path own = folder.resolve("own-rules");
        bench.chosen.add(own);
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        click("#tuning-rules");
        bench.await(true, () -> bench.scene().lookup("#rules-new") != null);
        click("#rules-new");
        Scene editor = awaitEditor();
        bench.await("This version matches 1 session: 1 new, 0 gone", () -> words(editor, "#editor-effect"));
        assertTrue(words(editor, "#editor-why").contains("destination.port"), words(editor, "#editor-why"));

        change(editor, "destination.port: 593", "destination.port|startsfirst: 593");
        bench.await("There are faults on 1 line", () -> words(editor, "#editor-effect"));
        assertEquals("line 14\nthere is no modifier 'startsfirst'\n", words(editor, "#editor-remarks"));
        assertFalse(canSave(editor));

        change(editor, "destination.port|startsfirst: 593", "destination.port: [593, 135]");
        bench.await("This version matches 3 sessions: 3 new, 0 gone", () -> words(editor, "#editor-effect"));
        assertEquals("", words(editor, "#editor-remarks"));
        Bench.run(() -> text(editor).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        bench.await(true, () -> editor() == null);
        bench.await(
                List.of(
                        "confirmed 10.20.4.31 45.148.10.77",
                        "established 10.20.9.200 185.12.64.4",
                        "attempt 10.20.9.200 185.12.64.3"),
                this::lines);
        try (Stream<Path> files = Files.list(own)) {
            assertEquals(
                    List.of("rpc-to-a-port-of-my-own.yml"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
        Bench.run(() -> ((TextField) bench.scene().lookup("#rules-search")).setText("port of my own"));
        bench.awaitWords("#rules", "RPC to a port of my own");
        bench.awaitWords("#rules", "\n3\n");
        Bench.run(() -> bench.scene().lookup("#rules").lookupAll(".toggle-switch").stream()
                .filter(node -> "RPC to a port of my own".equals(node.getAccessibleText()) && node.isVisible())
                .forEach(node -> ((ToggleSwitch) node).setSelected(false)));
        bench.awaitWords("#change", "−1 flagged");
        click("#button-tuning-apply");
        bench.await(FLAGGED, this::lines);
    }

    @Test
    void anExceptionIsMadeShownWithItsEffectAppliedAndTakenBack() throws IOException {
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        bench.await(false, () -> Bench.fx(() -> bench.scene().getRoot().lookup("#inspector") == null));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        Scene editor = awaitEditor();
        bench.await("Hides 1 flagged session", () -> words(editor, "#editor-effect"));
        Bench.run(() -> ((ComboBox<?>) editor.lookup("#editor-scope"))
                .getSelectionModel()
                .selectLast());
        bench.await(true, () -> Bench.fx(() -> text(editor).getText().contains("user.name: 'svc_backup'")));
        bench.await("Hides 1 flagged session", () -> words(editor, "#editor-effect"));
        change(editor, "Why this is fine", "Backup of the branch office");
        bench.await(true, () -> canSave(editor));
        Bench.run(() -> ((ButtonBase) editor.lookup("#editor-save")).fire());
        bench.await(true, () -> editor() == null);

        assertEquals(FLAGGED, lines(), "nothing holds before it is applied");
        bench.awaitWords("#change", "−1 flagged");
        click("#tuning-exceptions");
        bench.awaitWords("#exceptions", "Backup of the branch office");
        bench.awaitWords("#exceptions", "hides 1 session");
        click("#button-tuning-apply");
        bench.await(FLAGGED.subList(1, 2), this::lines);

        bench.chosen.add(folder.resolve("exceptions.yml"));
        click("#exceptions-export");
        bench.await(true, () -> Files.exists(folder.resolve("exceptions.yml")));
        bench.await(true, () -> read(folder.resolve("exceptions.yml")).contains("user.name: 'svc_backup'"));

        click("#scope-all");
        bench.await(4, () -> lines().size());
        int hidden = lines().indexOf("confirmed 10.20.4.31 45.148.10.77");
        Bench.run(() -> bench.table().getSelectionModel().select(hidden));
        click("#tab-inspector-rule-by-rule");
        bench.awaitWords("#inspector", "Hidden by the exception \"Except svc_backup\"");
        click("#scope-flagged");

        click("#button-edit-undo");
        bench.await(FLAGGED, this::lines);
        bench.awaitWords("#change", "−1 flagged");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void whyARuleDoesNotMatchIsSaidPartByPart() {
        Bench.run(() -> bench.table().getSelectionModel().select(1));
        click("#tab-inspector-rule-by-rule");
        bench.awaitWords("#inspector", "Make an exception");
        Bench.run(() -> {
            ComboBox<?> choice = (ComboBox<?>) bench.scene().lookup("#why-rule");
            choice.getSelectionModel().selectLast();
        });
        bench.awaitWords("#why", "network.direction");
        bench.awaitWords("#why", "is outbound");
    }
}
