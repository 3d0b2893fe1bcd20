package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Writes filters in the real window, without a display. */
class FilterBarTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map",
        "confirmed 10.20.4.31 49813 45.148.10.77 135 svcctl/CreateServiceW",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.4 135",
        "blocked 10.20.2.8 50002 13.107.6.152 135",
        "established 10.20.4.31 50003 10.20.1.5 445"
    };

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.await(5, () -> bench.lines("tier").size());
        robot.push(KeyCode.CONTROL, KeyCode.F);
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private String filter() {
        return Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText());
    }

    /** What is offered, each with its count. */
    private List<String> offered() {
        return Bench.fx(() -> bench.scene().lookup("#completion") instanceof VBox list
                ? list.getChildren().stream().map(FilterBarTest::words).toList()
                : List.of());
    }

    private static String words(Node row) {
        HBox cells = (HBox) row;
        Label first = (Label) cells.getChildren().getFirst();
        return (first.getText() + " " + ((Label) cells.getChildren().getLast()).getText()).strip();
    }

    @Test
    void fieldsAreOfferedAndTheirValuesWithCounts() {
        robot.write("ti");
        bench.await(List.of("tier", "time", "duration", "direction", "action"), this::offered);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals("tier:", filter());
        bench.await(List.of("confirmed 2", "attempt 2", "blocked 1", "established 0"), this::offered);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        bench.await("tier:attempt", this::filter);
        bench.await(List.of("attempt", "attempt"), () -> bench.lines("tier"));
        assertEquals(List.of(), offered());
    }

    @Test
    void valuesAreCountedAmongWhatTheOtherTermsLeave() {
        robot.write("tier:attempt dst:");
        bench.await(List.of("185.12.64.3 1", "185.12.64.4 1"), this::offered);
        robot.write("64.4");
        bench.await(List.of("185.12.64.4 1"), this::offered);
        robot.push(KeyCode.TAB);
        bench.await("tier:attempt dst:185.12.64.4", this::filter);
        bench.await(1, () -> bench.lines("tier").size());
        Bench.run(() -> assertEquals(
                "filter", Objects.requireNonNull(bench.scene().getFocusOwner()).getId()));
    }

    @Test
    void aClickTakesWhatIsOffered() {
        robot.write("op:");
        bench.await(List.of("CreateServiceW 1", "ept_map 1"), this::offered);
        bench.still(() -> bench.scene().lookup("#completion"));
        robot.clickOn("ept_map");
        bench.await("op:ept_map", this::filter);
    }

    @Test
    void escapeClosesTheListFirstAndClearsThen() {
        robot.write("conf");
        bench.await(List.of("tier:confirmed"), this::offered);
        robot.push(KeyCode.ESCAPE);
        bench.await(List.of(), this::offered);
        assertEquals("conf", filter());
        robot.push(KeyCode.ESCAPE);
        bench.await("", this::filter);
    }

    @Test
    void downOffersEveryFieldWhereNothingIsWritten() {
        robot.push(KeyCode.DOWN);
        bench.await("ip", () -> offered().isEmpty() ? "" : offered().getFirst());
        robot.push(KeyCode.UP);
        robot.push(KeyCode.ESCAPE);
        bench.await(List.of(), this::offered);
    }

    @Test
    void aMissingValueIsNoFaultWhileValuesAreOffered() {
        robot.write("tier:");
        bench.await(4, () -> offered().size());
        robot.push(KeyCode.ESCAPE);
        bench.awaitWords("#filter-bar", "a value is missing");
        robot.write("b");
        bench.await(List.of("blocked 1", "established 0"), this::offered);
        assertFalse(bench.words("#filter-bar").contains("missing"));
    }

    /** All at once: on a machine that is busy, what is written key by key stands long enough to have been meant. */
    private void write(String text) {
        Bench.run(() -> {
            TextField field = bench.find(TextField.class, "#filter");
            field.insertText(field.getCaretPosition(), text);
        });
    }

    @Test
    void oneKeyGoesBackToTheFilterBeforeAndAnotherOnAgain() {
        write("tier:attempt");
        robot.push(KeyCode.ENTER);
        write(" dst:185.12.64.3");
        robot.push(KeyCode.ENTER);
        bench.await(1, () -> bench.lines("tier").size());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        bench.await("tier:attempt", this::filter);
        bench.await(2, () -> bench.lines("tier").size());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        bench.await("", this::filter);
        bench.await(5, () -> bench.lines("tier").size());
        robot.push(KeyCode.ALT, KeyCode.RIGHT).push(KeyCode.ALT, KeyCode.RIGHT);
        bench.await("tier:attempt dst:185.12.64.3", this::filter);
        bench.await(1, () -> bench.lines("tier").size());
    }

    @Test
    void upOffersTheFiltersThatHeldWhereNothingIsWritten() {
        write("tier:attempt");
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        write("10.20.2.8");
        robot.push(KeyCode.ENTER);
        bench.await(1, () -> bench.lines("tier").size());
        robot.push(KeyCode.ESCAPE);
        bench.await("", this::filter);
        robot.push(KeyCode.UP);
        bench.await(List.of("10.20.2.8", "tier:attempt"), this::offered);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        bench.await("10.20.2.8", this::filter);
        bench.await(List.of("blocked"), () -> bench.lines("tier"));
    }
}
