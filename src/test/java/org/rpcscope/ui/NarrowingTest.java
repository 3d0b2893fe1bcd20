package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Drives the filter and the hosts in the real window, without a display. */
class NarrowingTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map",
        "confirmed 10.20.4.31 49813 45.148.10.77 135 svcctl/CreateServiceW svcctl/StartServiceW samr/SamrConnect5"
                + " LAB\\svc_backup",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.4 135",
        "blocked 10.20.2.8 50002 13.107.6.152 135",
        "established 10.20.4.31 50003 10.20.1.5 445"
    };

    private static final List<String> FLAGGED = List.of(
            "confirmed 10.20.4.31 svcctl +1 CreateServiceW +2 LAB\\svc_backup",
            "confirmed 10.20.4.31 epmapper ept_map —",
            "attempt 10.20.9.200 — — —",
            "attempt 10.20.9.200 — — —",
            "blocked 10.20.2.8 — — —");

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
        return bench.lines("tier", "source", "interface", "operation", "user");
    }

    private Node shown(String query) {
        return Bench.fx(() -> robot.lookup(query).query());
    }

    private String filter() {
        return Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText());
    }

    private String count() {
        return bench.words("#filter-bar").strip();
    }

    private void write(String text) {
        Bench.run(() -> ((TextField) bench.scene().lookup("#filter")).setText(text));
    }

    private Node cell(String table, String text) {
        return Bench.fx(() -> {
            Set<Node> cells = bench.scene().lookup(table).lookupAll(".dense-cell");
            return cells.stream()
                    .filter(node -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
                    .findFirst()
                    .orElse(null);
        });
    }

    private Node awaitCell(String table, String text) {
        bench.await(true, () -> cell(table, text) != null);
        return Objects.requireNonNull(cell(table, text));
    }

    @Test
    void whatIsTypedNarrowsTheTableAndEscapeShowsAllAgain() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("-tier:b 10.20.9.200");
        bench.await(FLAGGED.subList(2, 4), this::lines);
        bench.await("2 of 5", this::count);
        robot.push(KeyCode.ESCAPE);
        bench.await(FLAGGED, this::lines);
        assertEquals("", filter());
        bench.await("", this::count);
    }

    @Test
    void theNamesThatTheTableShowsAreFound() {
        for (String text : List.of("interface:samr", "op:StartService", "user:LAB\\svc", "svcctl")) {
            write(text);
            bench.await(List.of(FLAGGED.get(0)), this::lines);
        }
        write("rule:rpc -interface:samr tier:confirmed");
        bench.await(List.of(FLAGGED.get(1)), this::lines);
    }

    @Test
    void theFilterCountsAmongAllSessionsToo() {
        robot.clickOn(shown("#scope-all"));
        write("dst:10.0.0.0/8");
        bench.await(List.of("established 10.20.4.31 — — —"), this::lines);
        bench.await("1 of 6", this::count);
    }

    @Test
    void aWordThatIsWrongIsUnderlinedAndTheRowsStay() {
        write("tier:attempt");
        bench.await(FLAGGED.subList(2, 4), this::lines);
        write("tier:attempt port:x");
        bench.awaitWords("#filter-bar", "\"x\" is neither a port nor a range");
        bench.await(
                1,
                () -> Bench.fx(() ->
                        bench.scene().getRoot().lookupAll(".filter-underline").size()));
        assertEquals(FLAGGED.subList(2, 4), lines());
        write("tier:attempt port:1");
        bench.await(List.of(), this::lines);
        bench.await("0 of 5", this::count);
    }

    @Test
    void wherePassesNothingTheTableSaysSoAndOffersAWayBack() {
        write("ip:192.0.2.1");
        bench.awaitWords("#sessions", "No session passes the filter");
        robot.clickOn(shown("#clear-filter"));
        bench.await(FLAGGED, this::lines);
    }

    @Test
    void whatIsPastedIsRefanged() {
        Bench.run(
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, " 185[.]12[.]64[.]3\n")));
        robot.clickOn(shown("#filter")).push(KeyCode.CONTROL, KeyCode.V);
        bench.await(FLAGGED.subList(2, 3), this::lines);
        assertEquals("185.12.64.3", filter());
    }

    @Test
    void aCellIsIncludedExcludedOrTheOnlyOne() {
        robot.clickOn(awaitCell("#sessions", "attempt"), MouseButton.SECONDARY);
        robot.clickOn("Exclude tier:attempt");
        bench.await(3, () -> lines().size());
        assertEquals("-tier:attempt", filter());
        robot.clickOn(awaitCell("#sessions", "10.20.4.31"), MouseButton.SECONDARY);
        robot.clickOn("Include src:10.20.4.31");
        bench.await(FLAGGED.subList(0, 2), this::lines);
        assertEquals("-tier:attempt src:10.20.4.31", filter());
        robot.clickOn(awaitCell("#sessions", "svcctl +1"), MouseButton.SECONDARY);
        robot.clickOn("Only interface:svcctl");
        bench.await(FLAGGED.subList(0, 1), this::lines);
        assertEquals("interface:svcctl", filter());
    }

    private List<String> hosts() {
        return Bench.fx(() -> {
            TableView<?> table = (TableView<?>) bench.scene().lookup("#hosts");
            return table == null
                    ? List.of()
                    : table.lookupAll(".dense-cell").stream()
                            .filter(node -> node instanceof TableCell<?, ?> cell
                                    && cell.getTableColumn().getId().equals("host")
                                    && cell.getText() != null)
                            .sorted((a, b) -> Double.compare(
                                    a.localToScene(0, 0).getY(),
                                    b.localToScene(0, 0).getY()))
                            .map(node -> ((TableCell<?, ?>) node).getText())
                            .toList();
        });
    }

    /** What a screen reader says of the stages, from the top line down. */
    private List<String> strips() {
        return Bench.fx(() -> bench.scene().lookup("#hosts").lookupAll(".chain").stream()
                .sorted(Comparator.comparingDouble(
                        node -> node.localToScene(0, 0).getY()))
                .map(Node::getAccessibleText)
                .toList());
    }

    @Test
    void hostsAreRankedAndChoosingOneNarrowsTheSessions() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        bench.await(List.of("10.20.4.31", "10.20.9.200", "10.20.2.8"), this::hosts);
        bench.awaitWords("#hosts-view", "3 internal hosts");
        bench.awaitWords("#hosts-view", "LAB\\svc_backup");
        assertTrue(strips().getFirst().contains("Execution"), strips()::toString);
        assertFalse(strips().get(2).contains("Execution"), strips()::toString);
        robot.clickOn(awaitCell("#hosts", "10.20.9.200"));
        bench.await("ip:10.20.9.200", this::filter);
        bench.await(FLAGGED.subList(2, 4), this::lines);
        robot.push(KeyCode.UP);
        bench.await("ip:10.20.4.31", this::filter);
        bench.await(FLAGGED.subList(0, 2), this::lines);
        robot.push(KeyCode.ENTER);
        bench.await(true, () -> Bench.fx(() -> bench.table().isVisible()));
        robot.clickOn(shown("#filter")).push(KeyCode.ESCAPE);
        bench.await(FLAGGED, this::lines);
        bench.await(
                -1,
                () -> Bench.fx(() -> ((TableView<?>) bench.scene().lookup("#hosts"))
                        .getSelectionModel()
                        .getSelectedIndex()));
    }

    @Test
    void aHostThatTheFilterNamesIsChosenAmongTheHosts() {
        write("tier:attempt ip:10.20.9.200");
        robot.clickOn(shown("#tab-hosts"));
        bench.await(
                true,
                () -> Bench.fx(() -> bench.scene().lookup("#hosts") instanceof TableView<?> table
                        && table.getSelectionModel().getSelectedIndex() == 1));
        robot.clickOn(awaitCell("#hosts", "10.20.2.8"));
        bench.await("tier:attempt ip:10.20.2.8", this::filter);
        bench.await("0 of 5", this::count);
    }

    private static <R> void sortByFirst(TableView<R> table) {
        table.getSortOrder().setAll(List.of(table.getColumns().getFirst()));
    }

    @Test
    void hostsAreSortedByAnyColumn() {
        robot.clickOn(shown("#tab-hosts"));
        bench.await(3, () -> hosts().size());
        Bench.run(() -> {
            TableView<?> table = (TableView<?>) bench.scene().lookup("#hosts");
            sortByFirst(table);
        });
        bench.await(List.of("10.20.2.8", "10.20.4.31", "10.20.9.200"), this::hosts);
        assertTrue(bench.words("#hosts").contains("2026-11-24 09:41"));
    }
}
