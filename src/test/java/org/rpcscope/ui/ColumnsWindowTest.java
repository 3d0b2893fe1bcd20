package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.app.Main;
import org.rpcscope.capture.CaptureReplay;
import org.rpcscope.cases.CaseFile;
import org.rpcscope.cases.CaseOpening;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.mapping.MappingFile;
import org.rpcscope.mapping.Meaning;
import org.testfx.api.FxRobot;

/** The dialogue on the columns of a table, from the button beside its source to the sessions that it leads to. */
class ColumnsWindowTest {

    private static final String RIGHT = "10.20.4.31 45.148.10.77";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void columnsAreCorrectedRememberedAndSaved() throws IOException, MappingFile.BadMapping {
        Path table = bench.file(
                "export.csv",
                "when,server,client,port,port of client,note",
                "2026-11-24 10:00:00,10.20.4.31,45.148.10.77,135,50001,x",
                "2026-11-24 10:00:01,10.20.4.31,45.148.10.77,135,50002,y");
        bench.open(table); // somebody who calls the client the server
        fire("#columns-button");
        bench.awaitWords("#columns-dialog", "Columns of export.csv");
        assertEquals(Meaning.TIME, meaning(0));
        assertEquals(Meaning.DESTINATION, meaning(1));
        assertEquals(Meaning.SOURCE, meaning(2));
        choose(1, Meaning.SOURCE);
        assertEquals(Meaning.NONE, meaning(2), "one column at a time has a meaning");
        bench.awaitWords("#columns-faults", "No column says where it went.");
        assertTrue(disabled("#columns-apply"));
        choose(2, Meaning.DESTINATION_PORT);
        bench.awaitWords("#columns-faults", "2 of the rows shown do not fit");
        fire("#columns-guess");
        assertEquals(Meaning.SOURCE, meaning(2));
        choose(1, Meaning.SOURCE);
        choose(2, Meaning.DESTINATION);
        choose(4, Meaning.SOURCE_PORT);
        assertFalse(disabled("#columns-apply"));
        Path saved = folder.resolve("columns.json");
        bench.chosen.add(saved);
        fire("#columns-save");
        bench.await(true, () -> Files.exists(saved));
        fire("#columns-apply");
        bench.await(List.of(RIGHT, RIGHT), () -> bench.lines("source", "destination"));
        assertFalse(present("#columns-dialog"));
        assertEquals(
                "2026", MappingFile.read(Files.readString(saved)).has(Meaning.SOURCE_PORT) ? "2026" : "no source port");
        bench.await(true, () -> Files.exists(bench.mappings()));

        bench.close();
        bench = new Bench(folder);
        bench.open(table);
        bench.await(List.of(RIGHT, RIGHT), () -> bench.lines("source", "destination"));
    }

    @Test
    void anAssumedZoneIsShownAndChanged() {
        bench.open(
                bench.file("export.csv", "when,client,server,port", "2026-11-24 10:00:00,10.20.4.31,45.148.10.77,135"));
        bench.await(List.of(RIGHT), () -> bench.lines("source", "destination"));
        bench.awaitWords("#sources", "Zone assumed: UTC");
        assertEquals("2026-11-24 10:00:00.000", bench.lines("time").getFirst());
        pick("#zone-choice", "Europe/Berlin");
        bench.await(List.of("2026-11-24 09:00:00.000"), () -> bench.lines("time"));
        bench.awaitWords("#sources", "Zone assumed: Europe/Berlin");
    }

    @Test
    void anAssumedYearIsShownAndChangedAndTheZoneStaysWithItAndMarksStayWithBoth() throws IOException {
        bench.close();
        bench = real();
        bench.open(bench.file(
                "asa.log",
                "Nov 03 09:00:10 asa01 %ASA-6-302014: Teardown TCP connection 5 for outside:45.148.10.77/135 to"
                        + " inside:10.20.4.31/50001 duration 0:00:00 bytes 1024 TCP FINs"));
        bench.await(List.of(RIGHT), () -> bench.lines("source", "destination"));
        Bench.run(() -> {
            bench.table().requestFocus();
            bench.table().getSelectionModel().clearAndSelect(0);
        });
        new FxRobot().push(KeyCode.F7);
        bench.await(List.of("escalated"), () -> bench.lines("status"));
        bench.awaitWords("#sources", "Year of file: ");
        String year = Bench.fx(() -> choices("#year-choice").get(3).getText());
        pick("#year-choice", year);
        bench.await(List.of(year + "-11-03 09:00:10.000"), () -> bench.lines("time"));
        pick("#zone-choice", "Europe/Berlin");
        bench.await(List.of(year + "-11-03 08:00:10.000"), () -> bench.lines("time"));
        bench.awaitWords("#sources", "Year assumed: " + year);
        bench.await(List.of("escalated"), () -> bench.lines("status"));

        bench.await(true, () -> kept().contains("\"zone\":\"Europe/Berlin\",\"year\":" + year));
        bench.close();
        Files.move(folder.resolve("own.rpcscope"), folder.resolve("copy.rpcscope"));
        bench = real();
        bench.open(folder.resolve("copy.rpcscope"));
        bench.await(List.of(year + "-11-03 08:00:10.000 escalated"), () -> bench.lines("time", "status"));
        bench.awaitWords("#sources", "Year assumed: " + year);
    }

    private Bench real() {
        return new Bench(folder, new Bench.Real(Main.formats(), new CaptureReplay(DcerpcInspection::new), List.of()));
    }

    /** What the case keeps of its files, read from a copy, since the case itself is open. */
    private String kept() {
        try {
            Path copy = Files.copy(
                    folder.resolve("own.rpcscope"),
                    folder.resolve("look.rpcscope"),
                    StandardCopyOption.REPLACE_EXISTING);
            try (CaseFile file = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(copy))
                    .file()) {
                return file.kept().getOrDefault("sources", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void cancellingChangesNothing() {
        Path table =
                bench.file("export.csv", "when,server,client,port", "2026-11-24 10:00:00,10.20.4.31,45.148.10.77,135");
        bench.open(table);
        fire("#columns-button");
        bench.awaitWords("#columns-dialog", "Columns of export.csv");
        choose(1, Meaning.SOURCE);
        fire("#columns-cancel");
        assertFalse(present("#columns-dialog"));
        fire("#columns-button");
        bench.awaitWords("#columns-dialog", "Columns of export.csv");
        bench.await(Meaning.DESTINATION, () -> meaning(1));
    }

    private List<MenuItem> choices(String selector) {
        return ((MenuButton) bench.scene().lookup(selector)).getItems();
    }

    private void pick(String selector, String text) {
        Bench.run(() -> choices(selector).stream()
                .filter(item -> item.getText().equals(text))
                .toList()
                .forEach(MenuItem::fire));
    }

    private void fire(String selector) {
        bench.await(true, () -> present(selector));
        Bench.run(() -> ((Button) bench.scene().lookup(selector)).fire());
    }

    private boolean present(String selector) {
        return Bench.fx(() -> {
            Node node = bench.scene().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    private boolean disabled(String selector) {
        return bench.find(Button.class, selector).isDisabled();
    }

    @SuppressWarnings("unchecked") // what a lookup finds has no type
    private ComboBox<Meaning> box(int column) {
        return (ComboBox<Meaning>) bench.find(ComboBox.class, "#columns-meaning-" + column);
    }

    /** The columns come with a layout after the dialogue. */
    private void awaitColumn(int column) {
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#columns-meaning-" + column) != null));
    }

    private Meaning meaning(int column) {
        awaitColumn(column);
        return Bench.fx(() -> box(column).getValue());
    }

    private void choose(int column, Meaning meaning) {
        awaitColumn(column);
        Bench.run(() -> box(column).setValue(meaning));
    }
}
