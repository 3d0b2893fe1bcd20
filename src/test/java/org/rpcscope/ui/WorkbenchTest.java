package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Drives the real window, without a display. */
class WorkbenchTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "blocked 10.20.2.8 50002 13.107.6.152 135",
        "established 10.20.4.31 50003 10.20.1.5 445",
        "attempt fd12:9a:0:1:2:3:4:1f44 50004 2a0e:97c0:1:2:3:4:5:6677 135"
    };

    private static final List<String> FLAGGED = List.of(
            "confirmed 10.20.4.31 45.148.10.77",
            "attempt 10.20.9.200 185.12.64.3",
            "attempt fd12:9a:0:1:2:3:4:1f44 2a0e:97c0:1:2:3:4:5:6677",
            "blocked 10.20.2.8 13.107.6.152");

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
        return bench.lines("tier", "source", "destination");
    }

    private void openTheCase() {
        bench.open(bench.file("case.txt", CASE));
        bench.await(FLAGGED, this::lines);
    }

    private void select(int line) {
        Bench.run(() -> {
            bench.table().getSelectionModel().clearAndSelect(line);
            bench.table().requestFocus();
        });
    }

    /** A part of the window, looked up where nothing changes the window meanwhile: on the JavaFX thread. */
    private Node shown(String query) {
        return Bench.fx(() -> robot.lookup(query).query());
    }

    @Test
    void aFirstStartShowsWhatToDoAndOpensTheSampleData() {
        assertTrue(bench.words("#start").contains("Which internal hosts speak RPC to the Internet?"));
        robot.clickOn(shown("#start-sample"));
        bench.await(List.of("confirmed 10.20.4.31 45.148.10.77"), this::lines);
        bench.await("", () -> bench.words("#start"));
        bench.awaitWords("#status", "1 source\n1 session\n1 flagged");
    }

    @Test
    void theDialogOpensSeveralFilesAndAFolder() throws IOException {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(more.resolve("a.txt"), "sessions\nattempt 10.0.0.1 1000 45.0.0.1 135\n");
        Files.writeString(more.resolve("b.txt"), "nothing known\n");
        bench.chosen.addAll(List.of(bench.file("case.txt", CASE), more));
        robot.clickOn(shown("#start-open"));
        bench.awaitWords("#status", "3 sources\n6 sessions\n5 flagged");
        bench.awaitWords("#sources", "no reader knows this content");
        bench.awaitWords("#sources", "sessions · 5 sessions");
    }

    @Test
    void theSwitchShowsAllSessionsWithTheFlaggedOnesFirst() {
        openTheCase();
        robot.clickOn(shown("#scope-all"));
        List<String> all = new ArrayList<>(FLAGGED);
        all.add("established 10.20.4.31 10.20.1.5");
        bench.await(all, this::lines);
        robot.clickOn(shown("#scope-flagged"));
        bench.await(FLAGGED, this::lines);
    }

    @Test
    void whereNothingIsFlaggedTheWindowSaysSoAndOffersAll() {
        bench.open(bench.file("case.txt", "sessions", "established 10.20.4.31 50003 10.20.1.5 445"));
        bench.awaitWords("#sessions", "Nothing is flagged");
        bench.awaitWords("#sessions", "Show the only session");
        robot.clickOn(shown("#show-all"));
        bench.await(List.of("established 10.20.4.31 10.20.1.5"), this::lines);
    }

    @Test
    void aClickOnAHeaderSortsAndKeepsTheSelection() {
        openTheCase();
        select(0);
        sort("time", TableColumn.SortType.DESCENDING);
        bench.await("attempt fd12:9a:0:1:2:3:4:1f44 2a0e:97c0:1:2:3:4:5:6677", () -> lines().getFirst());
        bench.await(3, () -> Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex()));
        sort("source", TableColumn.SortType.ASCENDING);
        bench.await(
                List.of("10.20.2.8", "10.20.4.31", "10.20.9.200", "fd12:9a:0:1:2:3:4:1f44"),
                () -> bench.lines("source"));
        bench.awaitWords("#inspector", "10.20.4.31 → 45.148.10.77");
    }

    private void sort(String id, TableColumn.SortType type) {
        Bench.run(() -> {
            for (var column : bench.table().getColumns()) {
                if (column.getId().equals(id)) {
                    column.setSortType(type);
                    bench.table().getSortOrder().setAll(List.of(column));
                }
            }
        });
    }

    @Test
    void theInspectorSaysWhyASessionIsFlagged() {
        openTheCase();
        assertTrue(bench.words("#inspector").contains("Choose a session"));
        select(0);
        bench.awaitWords("#inspector", "WHY IT IS FLAGGED");
        String words = bench.words("#inspector");
        for (String expected : List.of(
                "10.20.4.31 → 45.148.10.77",
                "Confirmed RPC",
                "10.20.4.31 is internal",
                "10.0.0.0/8: list \"internal\"",
                "45.148.10.77 is external",
                "+30",
                "Detect Outbound RPC Traffic",
                "attack.t1021.003",
                "2026-11-24 09:41:07.000",
                "4.1 kB in 9 packets",
                "case.txt",
                "1:")) {
            assertTrue(words.contains(expected), () -> "no '" + expected + "' in:\n" + words);
        }
    }

    @Test
    void longAddressesAreReadInFull() {
        openTheCase();
        bench.await(
                true,
                () -> Bench.fx(() -> {
                    Set<Node> cells = bench.table().lookupAll(".session-cell");
                    return cells.stream()
                            .filter(cell -> cell instanceof TableCell<?, ?> it
                                    && "2a0e:97c0:1:2:3:4:5:6677".equals(it.getText()))
                            .anyMatch(cell -> cell.lookup(".text") instanceof Text text
                                    && text.getText().equals("2a0e:97c0:1:2:3:4:5:6677"));
                }));
    }

    @Test
    void aNetworkShowsItsEffectBeforeItIsAppliedAndUndoBringsTheSessionsBack() {
        openTheCase();
        robot.clickOn(shown("#add-internal")).write("45.148.0.0/16");
        bench.awaitWords("#change", "−1 flagged");
        bench.awaitWords("#change", "+0 flagged");
        bench.awaitWords("#change", "over 5 sessions");
        assertEquals(FLAGGED, lines());
        robot.clickOn(shown("#button-tuning-apply"));
        bench.await(FLAGGED.subList(1, 4), this::lines);
        bench.awaitWords("#change", "No change pending");
        undo();
        bench.await(FLAGGED, this::lines);
        bench.awaitWords("#change", "−1 flagged");
    }

    /** With the keyboard, from within the table. */
    private void undo() {
        Bench.run(() -> bench.table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    @Test
    void aFaultyNetworkSaysWhatIsWrongAsItIsTypedAndAClickMendsIt() {
        openTheCase();
        robot.clickOn(shown("#add-internal")).write("45.148.10.77/16");
        bench.awaitWords("#networks", "45.148.10.77/16 has bits set beyond /16: the network is 45.148.0.0/16");
        robot.clickOn(shown("Use 45.148.0.0/16"));
        bench.awaitWords("#change", "−1 flagged");
        assertFalse(bench.words("#networks").contains("has bits set"));
    }

    @Test
    void aLineSaysHowManyHostsAndSessionsItCovers() {
        openTheCase();
        bench.awaitWords("#networks", "10.0.0.0/8\nRFC 1918\n\n4\n4\n3\n−3\n");
        Bench.run(() -> ((TreeTableView<?>) bench.scene().lookup("#networks")).scrollTo(3));
        Bench.pause();
        robot.clickOn(shown("#add-external")).write("10.20.9.0/24");
        bench.awaitWords("#networks", "comment\n\n1\n1\n1\n+1\n");
        bench.awaitWords("#change", "−1 flagged");
    }

    @Test
    void aRuleIsSwitchedOffWithItsEffect() {
        openTheCase();
        robot.clickOn(shown("#tuning-rules"));
        List<Node> switches =
                Bench.fx(() -> List.copyOf(bench.scene().lookup("#rules").lookupAll(".toggle-switch")));
        Bench.run(() -> switches.stream().map(ToggleSwitch.class::cast).forEach(one -> one.setSelected(false)));
        bench.awaitWords("#change", "−4 flagged");
        robot.clickOn(shown("#button-tuning-revert"));
        bench.awaitWords("#change", "No change pending");
    }

    @Test
    void aProfileIsSavedAndOpenedAndAnUnreadableOneIsNamed() throws IOException {
        openTheCase();
        robot.clickOn(shown("#add-internal")).write("45.148.0.0/16");
        Path profile = folder.resolve("profile.json");
        bench.chosen.add(profile);
        robot.clickOn(shown("#button-tuning-save"));
        bench.await(true, () -> Files.exists(profile));
        robot.clickOn(shown("#button-tuning-revert"));
        robot.clickOn(shown("#button-tuning-open"));
        bench.awaitWords("#change", "−1 flagged");
        Files.writeString(profile, "{\"version\": 7}");
        robot.clickOn(shown("#button-tuning-open"));
        bench.awaitWords("#change", "profile.json: ");
    }

    @Test
    void sessionsAppearWhileAnInputIsReadAndTheSelectionStays() {
        bench.open(bench.file(
                "slow.txt",
                "sessions",
                "attempt 10.20.9.200 50001 185.12.64.3 135",
                "wait",
                "confirmed 10.20.4.31 49812 45.148.10.77 135"));
        bench.await(List.of("attempt 10.20.9.200 185.12.64.3"), this::lines);
        bench.awaitWords("#status", "reading slow.txt");
        select(0);
        bench.format.goOn();
        bench.await(List.of("confirmed 10.20.4.31 45.148.10.77", "attempt 10.20.9.200 185.12.64.3"), this::lines);
        bench.await(1, () -> Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex()));
        assertTrue(bench.words("#inspector").contains("10.20.9.200 → 185.12.64.3"));
    }

    @Test
    void theProblemsOfAnInputAreListed() {
        bench.open(bench.file("bad.txt", "sessions", "bad", "bad"));
        bench.awaitWords("#status", "2 problems");
        Bench.run(() -> bench.scene().getRoot().lookupAll(".problem-badge").stream()
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(badge -> ((Button) badge).fire()));
        bench.await(
                true,
                () -> Bench.fx(() -> robot.lookup("offset 9: the record is longer than the file")
                        .tryQuery()
                        .isPresent()));
    }

    @Test
    void anInputIsRemovedWithItsSessions() {
        openTheCase();
        bench.open(bench.file("b.txt", "sessions", "attempt 10.0.0.1 1000 45.0.0.1 135"));
        bench.awaitWords("#status", "2 sources\n6 sessions");
        Bench.run(() -> ((Button) bench.scene().lookup("#sources .source .icon-button")).fire());
        bench.await(List.of("attempt 10.0.0.1 45.0.0.1"), this::lines);
    }

    @Test
    void aRowIsCopiedAsItIsAndDefanged() {
        openTheCase();
        select(0);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        bench.await(1, bench.copied::size);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        bench.await(2, bench.copied::size);
        assertTrue(bench.copied.get(0).contains("10.20.4.31\t49812\t45.148.10.77\t135"), bench.copied::toString);
        assertTrue(bench.copied.get(1).contains("45[.]148[.]10[.]77"), bench.copied::toString);
    }

    @Test
    void aDefectBecomesAReportWithoutAddressesAndTheWindowStays() {
        openTheCase();
        Platform.runLater(() -> {
            throw new IllegalStateException("no room for 10.20.4.31");
        });
        bench.awaitWords("#banner", "Something went wrong");
        robot.clickOn(shown("#copy-report"));
        bench.await(1, bench.copied::size);
        assertTrue(bench.copied.getFirst().contains("IllegalStateException: no room for <address>"));
        assertEquals(FLAGGED, lines());
    }

    @Test
    void aQuestionMarkShowsTheShortcutsAndEscapeHidesThem() {
        openTheCase();
        select(0);
        robot.write("?");
        bench.awaitWords("#shortcut-sheet", "Ctrl+Shift+Z");
        robot.push(KeyCode.ESCAPE);
        bench.await("", () -> bench.words("#shortcut-sheet"));
    }

    @Test
    void themeColumnsAndPanesAreAsTheyWereLeft() {
        openTheCase();
        robot.clickOn(shown("#button-view-dark"));
        Bench.run(() -> bench.table().getColumns().get(2).setPrefWidth(233));
        robot.clickOn(shown("#button-view-inspector"));
        bench.close();
        bench = new Bench(folder);
        openTheCase();
        assertEquals(233.0, Bench.fx(() -> bench.table().getColumns().get(2).getWidth()));
        assertFalse(bench.find(ToggleButton.class, "#button-view-dark").isSelected());
        assertEquals("", bench.words("#inspector"));
    }

    @Test
    void unreadableSettingsAreSetBackAndTheWindowSaysSo() throws IOException {
        bench.close();
        Files.writeString(bench.settings(), "{");
        bench = new Bench(folder);
        bench.awaitWords("#banner", "The settings could not be read");
    }

    @Test
    void aTableOfOnesOwnThatIsWrongIsNotUsedAndTheWindowSaysWhy() throws IOException {
        bench.close();
        Files.writeString(folder.resolve("interfaces.tsv"), "nonsense\nmore of it\n");
        Files.writeString(bench.settings(), "{");
        bench = new Bench(folder);
        bench.awaitWords("#banner", "interfaces.tsv: line 1: ");
        bench.awaitWords("#banner", "(and 1 more fault)");
        bench.awaitWords("#banner", "The settings could not be read");
    }

    @Test
    void everyControlHasANameForAScreenReader() {
        openTheCase();
        List<String> nameless = Bench.fx(() -> bench.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase || node instanceof TextField)
                .filter(node -> node.getId() == null || !node.getId().startsWith("show-hide"))
                .filter(node -> !node.getStyleClass().contains("arrow-button"))
                .filter(node -> node.getAccessibleText() == null
                        && !(node instanceof ButtonBase button && button.getText() != null))
                .map(Node::toString)
                .toList());
        assertEquals(List.of(), nameless);
    }
}
