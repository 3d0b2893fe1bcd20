package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Drives the networks panel in the real window, without a display. */
class NetworksTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.3 135",
        "confirmed fd12::9 50002 2a0e:97c0::77 135"
    };

    private static final List<String> DEFAULTS =
            List.of("internal", " 10.0.0.0/8", " 172.16.0.0/12", " 192.168.0.0/16", " fc00::/7", "external", "partner");

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.awaitWords("#status", "4 flagged");
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void fire(String button) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(button)).fire());
    }

    private TreeTableView<?> tree() {
        return (TreeTableView<?>) bench.scene().lookup("#networks");
    }

    /** The tree, one row a line, a space for each step inwards. */
    private List<String> rows() {
        return Bench.fx(() -> {
            List<String> rows = new ArrayList<>();
            walk("", tree().getRoot().getChildren(), rows);
            return rows;
        });
    }

    private static void walk(String indent, ObservableList<? extends TreeItem<?>> items, List<String> rows) {
        for (TreeItem<?> item : items) {
            String words = String.valueOf(item.getValue());
            rows.add(indent + words);
            walk(indent + " ", item.getChildren(), rows);
        }
    }

    private void choose(String network) {
        int row = rows().indexOf(rows().stream()
                .filter(each -> each.strip().equals(network))
                .findFirst()
                .orElseThrow());
        Bench.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().clearAndSelect(row);
            tree().scrollTo(Math.max(0, row - 1));
        });
        Bench.pause();
    }

    /** The row of the screen that shows a word. */
    private Node row(String word) {
        return Bench.fx(() -> tree().lookupAll(".tree-table-row-cell").stream()
                .filter(node -> node instanceof TreeTableRow<?> row && !row.isEmpty())
                .filter(node -> node.lookupAll(".label").stream()
                        .anyMatch(label -> label instanceof Label it && word.equals(it.getText())))
                .findFirst()
                .orElseThrow());
    }

    /** The name in a row: what else stands there may take the mouse for itself. */
    private Node name(String word) {
        Node row = row(word);
        return Bench.fx(() -> row.lookupAll(".label").stream()
                .filter(label -> label instanceof Label it && word.equals(it.getText()))
                .findFirst()
                .orElseThrow());
    }

    private List<String> lines(String table) {
        return Bench.fx(() -> {
            TableView<?> view = (TableView<?>) bench.scene().lookup(table);
            return IntStream.range(0, view.getItems().size())
                    .mapToObj(line -> String.join(
                            " ",
                            view.getColumns().stream()
                                    .map(column -> String.valueOf(column.getCellData(line)))
                                    .toList()))
                    .toList();
        });
    }

    private void paste(String text) {
        fire("#button-networks-paste");
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#paste-text") != null));
        Bench.run(() -> ((TextArea) bench.scene().lookup("#paste-text")).setText(text));
    }

    @Test
    void whatIsPastedIsShownBeforeItIsTakenAndUndoTakesAllOfItBack() {
        assertEquals(DEFAULTS, rows());
        paste("10[.]20[.]9[.]0/24, 45.148.0.0/16 # lab\n10.1.2.3/8\nnothing\n");
        bench.await(
                List.of("1 10.20.9.0/24 internal lab", "1 45.148.0.0/16 internal lab"), () -> lines("#paste-found"));
        bench.await(
                List.of(
                        "2 10.1.2.3/8 10.1.2.3/8 has bits set beyond /8: the network is 10.0.0.0/8",
                        "3 nothing there is no network on this line"),
                () -> lines("#paste-refused"));
        fire("#paste-add");
        bench.await(
                List.of(
                        "internal",
                        " 10.0.0.0/8",
                        "  10.20.9.0/24",
                        " 172.16.0.0/12",
                        " 192.168.0.0/16",
                        " fc00::/7",
                        " 45.148.0.0/16",
                        "external",
                        "partner"),
                this::rows);
        bench.awaitWords("#change", "−1 flagged");
        fire("#button-tuning-apply");
        bench.awaitWords("#status", "3 flagged");
        assertEquals(3, bench.lines("tier").size(), "the table agrees");
        fire("#button-edit-undo");
        bench.awaitWords("#status", "4 flagged");
        bench.awaitWords("#change", "−1 flagged");
        fire("#button-edit-undo");
        bench.await(DEFAULTS, this::rows);
        bench.awaitWords("#change", "No change pending");
    }

    @Test
    void whatWasProbablyMeantIsTakenOnRequestAndEscapeTakesNothing() {
        paste("45.148.10.77/16");
        bench.await(1, () -> lines("#paste-refused").size());
        Bench.run(() -> ((CheckBox) bench.scene().lookup("#paste-meant")).setSelected(true));
        bench.awaitWords("#paste-sheet", "Add 1 network");
        robot.push(KeyCode.ESCAPE);
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#paste-sheet") == null));
        assertEquals(DEFAULTS, rows());
        paste("45.148.10.77/16");
        bench.await(1, () -> lines("#paste-refused").size());
        Bench.run(() -> ((CheckBox) bench.scene().lookup("#paste-meant")).setSelected(true));
        fire("#paste-add");
        bench.await(true, () -> rows().contains(" 45.148.0.0/16"));
    }

    @Test
    void aLineIsDraggedToAnotherListAndKeysMoveItBack() {
        Bench.run(() -> {
            Node part = tree();
            while (!(part instanceof SplitPane split) || split.getOrientation() != Orientation.VERTICAL) {
                part = part.getParent();
            }
            ((SplitPane) part).setDividerPosition(0, 0.3); // both lists are in view
        });
        bench.still(() -> row("EXTERNAL ANYWAY"));
        robot.drag(name("10.0.0.0/8")).moveBy(20, 0).moveBy(20, 0); // the gesture begins while the line is under it
        robot.moveTo(name("EXTERNAL ANYWAY")).moveBy(1, 1).drop();
        List<String> moved = List.of(
                "internal", " 172.16.0.0/12", " 192.168.0.0/16", " fc00::/7", "external", " 10.0.0.0/8", "partner");
        bench.await(moved, this::rows);
        bench.awaitWords("#change", "−3 flagged");
        choose("10.0.0.0/8");
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        bench.await(
                List.of(
                        "internal",
                        " 172.16.0.0/12",
                        " 192.168.0.0/16",
                        " fc00::/7",
                        "external",
                        "partner",
                        " 10.0.0.0/8"),
                this::rows);
    }

    @Test
    void aNetworkIsCutAndPutTogetherByKey() {
        choose("10.0.0.0/8");
        robot.push(KeyCode.S);
        bench.await(true, () -> rows().containsAll(List.of(" 10.0.0.0/9", " 10.128.0.0/9")));
        bench.awaitWords("#change", "+0 flagged");
        choose("10.128.0.0/9");
        robot.push(KeyCode.J);
        bench.await(DEFAULTS, this::rows);
        choose("fc00::/7");
        robot.push(KeyCode.SPACE);
        bench.awaitWords("#change", "−1 flagged");
        robot.push(KeyCode.DELETE);
        bench.await(DEFAULTS.size() - 1, () -> rows().size());
    }

    @Test
    void aFaultIsMendedByAClick() {
        Bench.run(() -> tree().scrollTo(3));
        bench.still(() -> row("EXTERNAL ANYWAY"));
        robot.clickOn(row("EXTERNAL ANYWAY").lookup("#add-external")).write("10.20.9.7/24");
        bench.awaitWords("#networks", "10.20.9.7/24 has bits set beyond /24: the network is 10.20.9.0/24");
        bench.still(() -> robot.lookup("Use 10.20.9.0/24").query());
        robot.clickOn("Use 10.20.9.0/24");
        bench.await(true, () -> rows().contains(" 10.20.9.0/24"));
        bench.awaitWords("#change", "−2 flagged");
        Bench.run(() -> tree().scrollTo(0));
        bench.awaitWords("#networks", "1 external inside");
    }

    @Test
    void aSuggestionIsAcceptedAndAnotherDismissedWithANote() {
        List<String> more = new ArrayList<>(List.of("sessions"));
        for (int host = 1; host <= 4; host++) {
            more.add("attempt 10.20.4." + host + " 50001 13.107.6.152 135");
            more.add("attempt 10.20.4." + host + " 50002 45.148.10.77 135");
        }
        bench.open(bench.file("more.txt", more.toArray(String[]::new)));
        bench.awaitWords("#status", "12 flagged");
        bench.awaitWords("#suggestions", "13.107.6.152/32 is a service");
        bench.awaitWords("#suggestions", "4 of 7 internal hosts use it");
        press("Accept 13.107.6.152/32");
        bench.await(" 13.107.6.152/32", () -> rows().getLast());
        bench.awaitWords("#change", "+0 flagged");
        press("Dismiss 45.148.10.77/32");
        Bench.run(() -> {
            TextField note = (TextField) bench.scene().lookup("#suggestion-note");
            note.setText("an intruder after all");
            note.fireEvent(new ActionEvent());
        });
        bench.awaitWords("#suggestions", "Nothing speaks for another boundary.");
        Bench.run(() -> ((Hyperlink) bench.scene().lookup("#suggestions-dismissed")).fire());
        bench.awaitWords("#suggestions", "an intruder after all");
        press("Suggest again 45.148.10.77/32");
        bench.awaitWords("#suggestions", "45.148.10.77/32 is a service");
        fire("#button-tuning-apply");
        bench.awaitWords("#status", "12 flagged");
    }

    private void press(String accessible) {
        Bench.run(() -> bench.scene().lookup("#suggestions").lookupAll(".suggestion-button").stream()
                .filter(button -> accessible.equals(button.getAccessibleText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow()
                .fire());
    }

    @Test
    void listsAreWrittenAndReadAgain() throws IOException {
        Path file = folder.resolve("networks.csv");
        bench.chosen.add(file);
        MenuButton export = bench.find(MenuButton.class, "#networks-export");
        Bench.run(() -> export.getItems().stream()
                .filter(item -> item.getText().startsWith("CSV") && !(item instanceof Menu))
                .forEach(item -> item.fire()));
        bench.await(true, () -> Files.exists(file) && text(file).contains("fc00::/7"));
        Files.writeString(file, "198.51.100.0/24,partner,payroll,Contoso\r\n", StandardOpenOption.APPEND);
        fire("#button-networks-read");
        bench.awaitWords("#paste-sheet", "CSV of all lists");
        bench.await(true, () -> lines("#paste-found").contains("6 198.51.100.0/24 partner Contoso, payroll"));
        fire("#paste-add");
        bench.await(" 198.51.100.0/24", () -> rows().getLast());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // being written
        }
    }
}
