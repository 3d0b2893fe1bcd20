package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
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

/** What is chosen in one view of the real window is seen in the others, without a display. */
class ChosenWindowTest {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass HOLDING = PseudoClass.getPseudoClass("holding");

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.20.4.31 49812 45.148.10.77 135",
                "attempt 10.20.9.200 50001 185.12.64.3 135",
                "attempt 10.20.9.200 50002 185.12.64.3 135",
                "confirmed fd12::9 50002 2a0e:97c0::77 135"));
        bench.awaitWords("#status", "4 flagged");
        bench.await(4, () -> bench.lines("source").size());
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void fire(String button) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(button)).fire());
    }

    /** The words of the table's cells that are marked. */
    private List<String> marked() {
        return Bench.fx(() -> bench.table().lookupAll(".session-cell").stream()
                .filter(Node::isVisible)
                .filter(cell -> cell.getPseudoClassStates().contains(MARKED))
                .map(cell -> ((Labeled) cell).getText())
                .sorted()
                .toList());
    }

    @SuppressWarnings("unchecked") // there is one tree of networks
    private TreeTableView<Object> lists() {
        return (TreeTableView<Object>) bench.scene().lookup("#networks");
    }

    /** The lines of the lists that hold what is chosen. */
    private List<String> holding() {
        return Bench.fx(() -> List.copyOf(new TreeSet<>(lists().lookupAll(".network-row").stream()
                .map(TreeTableRow.class::cast)
                .filter(row ->
                        row.getItem() != null && row.getPseudoClassStates().contains(HOLDING))
                .map(row -> row.getItem().toString())
                .toList())));
    }

    private List<String> chosenLines() {
        return Bench.fx(() -> lists().getSelectionModel().getSelectedItems().stream()
                .map(item -> item.getValue().toString())
                .toList());
    }

    private void chooseLine(String network) {
        Bench.run(() -> {
            TreeItem<Object> line = IntStream.range(0, lists().getExpandedItemCount())
                    .mapToObj(lists()::getTreeItem)
                    .filter(item -> item.getValue().toString().equals(network))
                    .findFirst()
                    .orElseThrow();
            lists().getSelectionModel().clearSelection();
            lists().getSelectionModel().select(line);
        });
    }

    /** Chooses a network of the table that stands for the map. */
    private void chooseOnMap(String network) {
        bench.await(true, () -> Bench.fx(() -> line(network) >= 0));
        Bench.run(() -> {
            TableView<?> table = (TableView<?>) bench.scene().lookup("#map-networks");
            table.getSelectionModel().clearAndSelect(line(network));
        });
    }

    private int line(String network) {
        TableView<?> table = (TableView<?>) bench.scene().lookup("#map-networks");
        return IntStream.range(0, table.getItems().size())
                .filter(each -> String.valueOf(table.getColumns().getFirst().getCellData(each))
                        .equals(network))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void aSessionMarksItsHostsAndTheLinesThatHoldThemAndNarrowsNothing() {
        Bench.run(() -> {
            bench.table().requestFocus();
            bench.table().getSelectionModel().select(bench.lines("source").indexOf("10.20.4.31"));
        });
        bench.await(List.of("10.20.4.31", "45.148.10.77"), this::marked);
        bench.await(List.of("10.0.0.0/8"), this::holding);
        assertEquals(List.of(), chosenLines(), "no line is the host");
        assertEquals("sessions", Bench.fx(() -> bench.scene().getFocusOwner().getId()));
        fire("#tab-graph");
        bench.awaitWords(".graph-footer", "Chosen: 10.20.4.31, 45.148.10.77, 2 of the nodes");
        fire("#tab-map");
        bench.awaitWords("#map-choice", "10.20.4.31\ninternal: ");
        bench.awaitWords("#map-choice", "45.148.10.77\nexternal: ");
        assertEquals("", Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText()));
        assertEquals(4, bench.lines("source").size());
    }

    @Test
    void aLineOfTheListsIsOutlinedOnTheMapAndItsHostsAreMarked() {
        chooseLine("10.0.0.0/8");
        bench.await(List.of("10.20.4.31", "10.20.9.200", "10.20.9.200"), this::marked);
        fire("#tab-graph");
        bench.awaitWords(".graph-footer", "Chosen: 10.0.0.0/8, 2 of the nodes");
        fire("#tab-map");
        bench.awaitWords("#map-choice", "10.0.0.0/8\n2 hosts · 3 sessions, 3 flagged");
        chooseLine("fc00::/7");
        bench.awaitWords("#map-choice", "fc00::/7\n1 host");
        bench.await(List.of("fd12::9"), this::marked);
    }

    @Test
    void aHostOfTheGraphIsChosenOnTheMapAndMarkedInTheTable() {
        fire("#tab-graph");
        bench.awaitWords(".graph-footer", "6 nodes of 6 hosts");
        Bench.run(() -> bench.scene().lookup("#graph-canvas").requestFocus());
        robot.push(KeyCode.TAB);
        bench.awaitWords(".graph-footer", "Chosen: 10.20.4.31, 1 of the nodes");
        bench.await(List.of("10.0.0.0/8"), this::holding);
        fire("#tab-map");
        bench.awaitWords("#map-choice", "10.20.4.31/32\n1 host · 1 session, 1 flagged");
        fire("#tab-sessions");
        bench.await(List.of("10.20.4.31"), this::marked);
    }

    @Test
    void aNetworkOfTheMapIsMarkedInTheTableAndItsLineIsChosen() {
        fire("#tab-map");
        chooseOnMap("185.12.0.0/16");
        bench.awaitWords("#map-choice", "185.12.0.0/16\n1 host · 2 sessions, 2 flagged");
        fire("#map-assign-internal");
        bench.awaitWords("#networks", "185.12.0.0/16");
        chooseOnMap("45.148.0.0/16");
        bench.awaitWords("#map-choice", "45.148.0.0/16\n1 host");
        assertEquals(List.of(), holding());
        chooseOnMap("185.12.0.0/16");
        bench.await(List.of("185.12.0.0/16"), this::chosenLines);
        fire("#tab-sessions");
        bench.await(List.of("185.12.64.3", "185.12.64.3"), this::marked);
        fire("#tab-graph");
        bench.awaitWords(".graph-footer", "Chosen: 185.12.0.0/16, 1 of the nodes");
    }
}
