package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The toolkit has nothing to say about our style sheets, whatever is open, in any theme. */
class StyleSheetTest {

    @TempDir
    Path folder;

    /** The toolkit's own name for what it says about style sheets. */
    private final Logger css = Logger.getLogger("javafx.css");

    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Bench bench;

    @BeforeEach
    void listen() {
        css.addHandler(ear);
        bench = new Bench(folder);
    }

    @AfterEach
    void stopListening() {
        bench.close();
        css.removeHandler(ear);
    }

    @Test
    void aFaultySheetIsHeard() {
        Bench.run(() -> bench.scene().getRoot().setStyle("-fx-background-color: -no-such-colour;"));
        bench.await(false, warnings::isEmpty);
        assertFalse(warnings.isEmpty());
    }

    @Test
    void noThemeHasAWarningWhateverIsOpen() {
        settle();
        openEverything();
        Bench.run(() -> ((ToggleButton) bench.scene().lookup("#button-view-dark")).fire());
        settle();
        openEverything();
        press(KeyCode.COMMA);
        click("#theme-contrast", "#preferences-done");
        openEverything();
        assertEquals(List.of(), List.copyOf(warnings));
    }

    private void press(KeyCode key) {
        Bench.run(() -> Event.fireEvent(
                bench.scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false)));
        settle();
    }

    /** Every word that the window shows, in every view, against what is painted behind it. */
    @Test
    void everyWordOfTheThemeOfHighContrastStandsOut() {
        press(KeyCode.COMMA);
        click("#theme-contrast");
        Set<String> faint = new TreeSet<>(faint());
        click("#preferences-done");
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "bad",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 maps",
                "established 10.20.4.31 50003 10.20.1.5 445",
                "blocked 10.20.4.31 50003 45.148.10.77 135"));
        bench.awaitWords("#status", "3 sessions\n2 flagged");
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        settle();
        faint.addAll(faint());
        for (String view : List.of(
                "#tab-inspector-conversation",
                "#tab-inspector-packets",
                "#tab-inspector-related",
                "#tab-inspector-stop",
                "#tab-inspector-rule-by-rule",
                "#tab-inspector-triage",
                "#tab-hosts",
                "#tab-graph",
                "#tab-map",
                "#tuning-rules",
                "#tuning-exceptions",
                "#tuning-thresholds",
                "#tuning-effect")) {
            click(view);
            faint.addAll(faint());
        }
        press(KeyCode.K);
        faint.addAll(faint());
        assertEquals(Set.of(), faint);
    }

    /** The words that can be read less well than by 7 to 1; what is switched off may be. */
    private Set<String> faint() {
        return Bench.fx(() -> bench.scene().getRoot().lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && !text.getText().isBlank() && shown(node))
                .filter(node -> Contrast.ratio(node) < 7)
                .map(node -> ((Text) node).getText() + " " + Contrast.ratio(node) + " in "
                        + node.getParent().getStyleClass() + node.getParent().getPseudoClassStates())
                .collect(Collectors.toSet()));
    }

    private static boolean shown(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()
                    || part.isDisabled()
                    || part.getPseudoClassStates().contains(IMPOSSIBLE)) {
                return false;
            }
        }
        return true;
    }

    private void openEverything() {
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "bad",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 maps",
                "established 10.20.4.31 50003 10.20.1.5 445"));
        bench.awaitWords("#status", "2 sessions\n1 flagged");
        Bench.run(() -> ((TreeTableView<?>) bench.scene().lookup("#networks")).scrollTo(0));
        settle();
        click("#scope-all", "#add-internal", "#tuning-rules", "#tuning-exceptions", "#tuning-networks");
        click("#button-networks-paste", "#paste-cancel");
        bench.await(2, () -> bench.lines("tier").size());
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        click(
                "#tab-inspector-conversation",
                "#tab-inspector-packets",
                "#tab-inspector-stop",
                "#tab-inspector-rule-by-rule",
                "#button-tuning-except",
                "#tab-inspector-evidence");
        click("#tab-hosts", "#tab-graph", "#tab-map");
        click("#graph-as-table", "#map-as-table", "#tab-sessions");
        Bench.run(() -> bench.table().getSelectionModel().select(1));
        Bench.run(() -> bench.scene().getRoot().lookupAll(".problem-badge").stream()
                .filter(Node::isVisible)
                .forEach(badge -> ((Button) badge).fire()));
        settle();
        Bench.run(() -> {
            ((MenuButton) bench.scene().lookup("#columns")).show();
            ((MenuBar) bench.scene().lookup(".menu-bar")).getMenus().forEach(menu -> menu.show());
            ContextMenu menu = bench.table().getContextMenu();
            menu.show(bench.table(), 200, 200);
        });
        settle();
        Platform.runLater(() -> {
            throw new IllegalStateException("a defect to be shown");
        });
        bench.awaitWords("#banner", "Something went wrong");
        click("#banner .toggle-button");
        settle();
        Bench.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != bench.stage)
                .forEach(Window::hide));
    }

    private void click(String... selectors) {
        for (String selector : selectors) {
            Bench.run(() -> ((ButtonBase) bench.scene().lookup(selector)).fire());
            settle();
        }
    }

    /** Lets the toolkit style and lay out what has changed. */
    private static void settle() {
        for (int i = 0; i < 8; i++) {
            Bench.pause();
            Bench.run(() -> List.copyOf(Window.getWindows())
                    .forEach(window -> window.getScene().getRoot().applyCss()));
        }
    }
}
