package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.cases.CaseFile;
import org.rpcscope.cases.CaseOpening;
import org.rpcscope.cases.Entry;
import org.rpcscope.cases.KeptSources;
import org.rpcscope.ui.fx.Texts;
import org.testfx.api.FxRobot;

/** Marks sessions in the real window, without a display, and opens the case again. */
class TriageTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.4 135",
        "blocked 10.20.2.8 50002 13.107.6.152 135"
    };

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheWindow() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.await(4, () -> lines().size());
        showStatus();
    }

    private void showStatus() {
        Bench.run(() -> bench.table().getColumns().stream()
                .filter(column -> List.of("status", "verdict", "tags").contains(column.getId()))
                .forEach(column -> column.setVisible(true)));
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private List<String> lines() {
        return bench.lines("tier", "status", "verdict", "tags");
    }

    private void select(int line) {
        Bench.run(() -> {
            bench.table().requestFocus();
            bench.table().getSelectionModel().clearAndSelect(line);
        });
    }

    private void openThePage() {
        robot.clickOn(bench.still(() -> bench.scene().lookup("#tab-inspector-triage")));
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#status-acknowledged") != null));
    }

    private void filter(String text) {
        Bench.run(() -> ((TextField) bench.scene().lookup("#filter")).setText(text));
    }

    @Test
    void keysMarkTheChosenSessionAndGoOnToTheNextNewOne() {
        select(0);
        robot.push(KeyCode.F7);
        bench.await("confirmed escalated — —", () -> lines().get(0));
        robot.push(KeyCode.F4);
        bench.await(1, () -> Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex()));
        robot.push(KeyCode.F8);
        bench.await("attempt suppressed — —", () -> lines().get(1));
        filter("status:escalated");
        bench.await(List.of("confirmed escalated — —"), this::lines);
        filter("-status:suppressed,escalated");
        bench.await(List.of("attempt — — —", "blocked — — —"), this::lines);
        filter("");
        bench.await(4, () -> lines().size());
        bench.await("Undo: Suppressed 1 session", () -> item("item-edit-undo"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await("attempt — — —", () -> lines().get(1));
        bench.await("Redo: Suppressed 1 session", () -> item("item-edit-redo"));
        bench.await("Undo: Escalated 1 session", () -> item("item-edit-undo"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        bench.await("attempt suppressed — —", () -> lines().get(1));
    }

    /** One way back through marks, edits of the draft and what was applied, newest first, all of it in the case. */
    @Test
    void whatWasDoneLastIsTakenBackFirstWhereverItWasDone() throws IOException {
        select(0);
        robot.push(KeyCode.F7);
        bench.await("confirmed escalated — —", () -> lines().get(0));
        robot.clickOn("#add-internal").write("45.148.0.0/16");
        bench.awaitWords("#change", "−1 flagged");
        Bench.run(() -> bench.find(Button.class, "#button-tuning-apply").fire());
        bench.await(3, () -> lines().size());
        bench.await("Undo: Applied internal: + 45.148.0.0/16", () -> item("item-edit-undo"));
        select(0);
        robot.push(KeyCode.F6);
        bench.await("attempt acknowledged — —", () -> lines().get(0));

        robot.clickOn(bench.still(() -> bench.scene().lookup("#tab-inspector-stop")));
        Bench.run(() -> bench.scene().lookup("#stop-text").requestFocus()); // it can be read only
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await("attempt — — —", () -> lines().get(0));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await(4, () -> lines().size());
        bench.awaitWords("#change", "−1 flagged");
        bench.await("Undo: Edited internal: + 45.148.0.0/16", () -> item("item-edit-undo"));
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        bench.awaitWords("#change", "No change pending");
        bench.await("Undo: Escalated 1 session", () -> item("item-edit-undo"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await("confirmed — — —", () -> lines().get(0));
        bench.await("Undo", () -> item("item-edit-undo"));

        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
        bench.await(3, () -> lines().size());
        bench.awaitWords("#change", "No change pending");
        bench.await("Redo: Acknowledged 1 session", () -> item("item-edit-redo"));
        select(1);
        robot.push(KeyCode.F8);
        bench.await("attempt suppressed — —", () -> lines().get(1));
        bench.await("Redo", () -> item("item-edit-redo"));
        Bench.run(() -> menu("action.triage.activity"));
        bench.awaitWords("#activity-entries", "undone: Applied internal: + 45.148.0.0/16");
        bench.awaitWords("#activity-entries", "Suppressed 1 session");
        robot.push(KeyCode.ESCAPE);
        assertEquals("", bench.words("#activity"));
        bench.close();
        try (CaseFile file = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(folder.resolve("own.rpcscope")))
                .file()) {
            assertEquals(
                    List.of(
                            "Suppressed 1 session",
                            "done again: Applied internal: + 45.148.0.0/16",
                            "done again: Escalated 1 session",
                            "undone: Escalated 1 session",
                            "undone: Applied internal: + 45.148.0.0/16",
                            "undone: Acknowledged 1 session",
                            "Acknowledged 1 session",
                            "Applied internal: + 45.148.0.0/16",
                            "Escalated 1 session"),
                    file.log(20).stream()
                            .map(Entry::text)
                            .filter(text -> !text.equals(new Texts().get("case.log.inputs")))
                            .toList());
            assertTrue(file.kept().get("profile").contains("45.148.0.0/16"));
        }
    }

    private String item(String id) {
        return Bench.fx(() -> ((MenuBar) bench.scene().lookup(".menu-bar"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .getText());
    }

    @Test
    @SuppressWarnings("unchecked") // there is one choice of verdicts
    void thePageOfTheInspectorTakesVerdictTagsAndNotesAndTheCaseKeepsThem() throws IOException {
        select(0);
        openThePage();
        robot.clickOn("#status-acknowledged");
        bench.await("confirmed acknowledged — —", () -> lines().get(0));
        Bench.run(() -> bench.find(ChoiceBox.class, "#triage-verdict")
                .getSelectionModel()
                .select(1));
        bench.await("confirmed acknowledged malicious —", () -> lines().get(0));
        robot.clickOn("#triage-tag").write("case 12").push(KeyCode.ENTER);
        bench.await("confirmed acknowledged malicious case 12", () -> lines().get(0));
        Bench.run(() -> bench.find(TextArea.class, "#triage-note").setText("the owner knows nothing of it"));
        Bench.run(() -> bench.scene().lookup("#triage-note").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        bench.awaitWords("#triage", "the owner knows nothing of it");
        filter("tag:12 verdict:mal");
        bench.await(1, () -> lines().size());
        bench.close();

        bench = new Bench(folder);
        bench.open(folder.resolve("case.txt"));
        bench.await(4, () -> lines().size());
        showStatus();
        bench.await("confirmed acknowledged malicious case 12", () -> lines().get(0));
        select(0);
        openThePage();
        bench.awaitWords("#triage", "the owner knows nothing of it");
    }

    @Test
    void thoseLikeAHarmlessSessionAreMarkedTheSameAndExceptedOnlyOnWish() {
        bench.open(bench.file(
                "alike.txt",
                "sessions",
                "confirmed 10.20.5.31 50101 45.148.10.77 135 epmapper/ept_map",
                "confirmed 10.20.5.31 50102 45.148.10.77 135 epmapper/ept_map",
                "confirmed 10.20.5.31 50103 45.148.10.77 135 epmapper/ept_map",
                "confirmed 10.20.5.32 50104 45.148.10.77 135 epmapper/ept_map"));
        bench.await(8, () -> lines().size());
        filter("src:10.20.5.31");
        bench.await(3, () -> lines().size());
        select(0);
        openThePage();
        Bench.run(() -> bench.scene().lookup("#status-acknowledged").requestFocus());
        robot.push(KeyCode.F7);
        bench.await("confirmed escalated — —", () -> lines().get(0));
        assertEquals(false, Bench.fx(() -> bench.scene().lookup("#triage-alike").isVisible()));
        select(1);
        robot.push(KeyCode.F8);
        bench.awaitWords("#triage-alike", "Mark 1 new one the same");
        robot.clickOn(bench.still(() -> bench.scene().lookup("#triage-same")));
        bench.await(
                List.of("confirmed escalated — —", "confirmed suppressed — —", "confirmed suppressed — —"),
                this::lines);
        bench.awaitWords("#triage-alike", "Mark 0 new ones the same");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await("confirmed — — —", () -> lines().get(2));
        robot.clickOn(bench.still(() -> bench.scene().lookup("#triage-except")));
        bench.await(
                true,
                () -> Bench.fx(() -> Window.getWindows().stream()
                        .anyMatch(window -> window.getScene().lookup("#editor-save") != null)));
        assertEquals(3, lines().size()); // an exception that is only open hides nothing
        filter("src:10.20.5.32");
        bench.await(List.of("confirmed — — —"), this::lines);
    }

    @Test
    void aCaseIsSavedAsAFileAndOpensWithItsInputsFilterAndMarks() throws IOException {
        filter("tier:attempt");
        bench.await(2, () -> lines().size());
        Bench.run(() -> menu("action.triage.all.suppressed"));
        bench.await(List.of("attempt suppressed — —", "attempt suppressed — —"), this::lines);
        Path file = folder.resolve("saved.rpcscope");
        bench.chosen.add(file);
        Bench.run(() -> menu("action.case.save"));
        bench.await("saved.rpcscope – RPC Scope", () -> Bench.fx(() -> bench.stage.getTitle()));
        bench.close();

        Files.delete(folder.resolve("own.rpcscope"));
        bench = new Bench(folder);
        bench.open(file);
        showStatus();
        bench.await(List.of("attempt suppressed — —", "attempt suppressed — —"), this::lines);
        assertEquals("tier:attempt", Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText()));

        CaseOpening.Refused refused = assertInstanceOf(CaseOpening.Refused.class, CaseOpening.open(file));
        assertTrue(refused.reason().endsWith("the case is open in another window"), refused.reason());
    }

    @Test
    void filesThatHaveMovedAreAskedForComparedAndOpenedAndMarksReturn() throws IOException {
        bench.open(bench.file("second.txt", "sessions", "blocked 10.20.2.9 50002 13.107.6.152 135"));
        bench.await(5, () -> lines().size());
        select(0);
        robot.push(KeyCode.F7);
        bench.await("confirmed escalated — —", () -> lines().get(0));
        bench.await(2, () -> hashes(kept()));
        bench.close();
        Path away = Files.createDirectory(folder.resolve("away"));
        Files.move(folder.resolve("case.txt"), away.resolve("renamed.txt"));
        Files.move(folder.resolve("second.txt"), away.resolve("second.txt"));
        Files.move(folder.resolve("own.rpcscope"), folder.resolve("copy.rpcscope"));
        String other = Files.readString(away.resolve("renamed.txt")).replace("10.20.4.31", "10.20.4.32");
        Files.writeString(away.resolve("other.txt"), other);

        bench = new Bench(folder);
        bench.open(folder.resolve("copy.rpcscope"));
        bench.awaitWords("#moved", "case.txt\n" + folder + "\nnot found");
        bench.awaitWords("#moved", "Open the case without them");
        bench.chosen.add(away.resolve("other.txt"));
        choose("case.txt");
        bench.awaitWords("#moved", "another content");
        bench.awaitWords("#moved", "second.txt\n" + away + "\nfound: the same content");
        bench.awaitWords("#moved", "Open 1 file");
        bench.chosen.set(0, away.resolve("renamed.txt"));
        choose("case.txt");
        bench.awaitWords("#moved", "Open 2 files");
        robot.clickOn("#moved-open");
        bench.await(5, () -> lines().size());
        showStatus();
        bench.await("confirmed escalated — —", () -> lines().get(0));
        assertEquals("", bench.words("#moved"));
    }

    @Test
    void whatIsLeftOutStaysInTheCaseAndIsAskedForAgain() throws IOException {
        bench.await(1, () -> hashes(kept()));
        bench.close();
        Files.delete(folder.resolve("case.txt"));
        Files.move(folder.resolve("own.rpcscope"), folder.resolve("copy.rpcscope"));
        for (int time = 0; time < 2; time++) {
            bench = new Bench(folder);
            bench.open(folder.resolve("copy.rpcscope"));
            bench.awaitWords("#moved", "not found");
            robot.push(KeyCode.ESCAPE);
            bench.awaitWords("#banner", "case.txt");
            bench.open(bench.file("new.txt", "sessions", "blocked 10.20.2.9 50002 13.107.6.152 135"));
            bench.await(1, () -> lines().size());
            bench.await(2, () -> kept("copy.rpcscope").split("\"path\"", -1).length - 1);
            bench.close();
        }
        bench = new Bench(folder);
        bench.awaitWords("#recent-cases", "copy.rpcscope");
    }

    private void choose(String file) {
        Bench.run(() -> bench.scene().lookup("#moved").lookupAll(".button").stream()
                .filter(node -> ("Choose where " + file + " is now").equals(node.getAccessibleText()))
                .forEach(node -> ((Button) node).fire()));
    }

    private String kept() {
        return kept("own.rpcscope");
    }

    /** What the case keeps of its files, read from a copy, since the case itself is open. */
    private String kept(String name) {
        try {
            Path copy = Files.copy(
                    folder.resolve(name), folder.resolve("look.rpcscope"), StandardCopyOption.REPLACE_EXISTING);
            try (CaseFile file = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(copy))
                    .file()) {
                return file.kept().getOrDefault("sources", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int hashes(String kept) {
        return KeptSources.read(kept).stream()
                .mapToInt(each -> each.hash().isEmpty() ? 0 : 1)
                .sum();
    }

    @Test
    void whatIsListedIsWrittenAsAReportAndAsATable() throws IOException {
        select(0);
        robot.push(KeyCode.F7);
        bench.await("confirmed escalated — —", () -> lines().get(0));
        filter("tier:confirmed");
        bench.await(1, () -> lines().size());
        Path report = folder.resolve("report.html");
        bench.chosen.add(report);
        Bench.run(() -> menu("action.export.report"));
        bench.awaitWords("#banner", "report.html");
        String html = Files.readString(report);
        assertTrue(html.contains("10.20.4.31 → 45.148.10.77 tcp 135"), html);
        assertTrue(html.contains("Analyst: escalated"), html);
        assertTrue(html.contains("role=\"img\" aria-label=\"Hosts and the sessions between them\""), html);
        assertEquals(2, html.split("<circle ", -1).length - 1, html);
        assertEquals(1, html.split("<polygon ", -1).length - 1, html);
        assertTrue(html.contains("<th>Filter</th><td>tier:confirmed</td>"), html);
        Path table = folder.resolve("sessions.csv");
        bench.chosen.set(0, table);
        Bench.run(() -> menu("action.export.csv"));
        bench.awaitWords("#banner", "sessions.csv");
        assertEquals(2, Files.readAllLines(table).size());
        Path packets = folder.resolve("packets.pcapng");
        bench.chosen.set(0, packets);
        Bench.run(() -> menu("action.export.packets"));
        bench.awaitWords("#banner", "packets.pcapng (1 packet)");
        String written = Files.readString(packets, StandardCharsets.ISO_8859_1);
        assertTrue(written.contains("RPC Scope: confirmed; score "), written);
        assertTrue(written.contains("; analyst: escalated"), written);
    }

    private void menu(String key) {
        String label = new Texts().get(key);
        bench.scene().getRoot().lookupAll(".menu-bar").stream()
                .flatMap(node -> ((MenuBar) node).getMenus().stream())
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Objects.equals(item.getText(), label))
                .findFirst()
                .orElseThrow()
                .fire();
    }
}
