package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the inspector tells of what else happened on a host, in the real window. */
class RelatedTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(
                bench.file(
                        "sessions.txt",
                        "sessions",
                        "confirmed 10.20.4.31 49812 45.148.10.77 135",
                        "confirmed 10.20.9.9 49813 45.148.10.77 135"),
                bench.file(
                        "system.txt",
                        "sessions",
                        "event -7000 WS-0431.lab 10.20.4.31 7036 long before",
                        "event -30 WS-0431.lab 10.20.4.31 7036 just before",
                        "event 5 ws-0431 10.20.4.31 7045 %COMSPEC% /c whoami",
                        "event 6 OTHER 10.20.4.99 7045 elsewhere",
                        "event 600 WS-0431 10.20.4.31 7036 later"));
        bench.awaitWords("#status", "2 sessions\n2 flagged");
        select(0);
        Bench.run(() -> ((ButtonBase) bench.scene().lookup("#tab-inspector-related")).fire());
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void select(int line) {
        bench.await(true, () -> bench.lines("port").size() > line);
        String address = line == 0 ? "10.20.4.31" : "10.20.9.9";
        bench.await(true, () -> bench.lines("source").contains(address));
        int index = bench.lines("source").indexOf(address);
        Bench.run(() -> bench.table().getSelectionModel().clearAndSelect(index));
        bench.awaitWords("#inspector-ends", address);
    }

    private int lines() {
        return Bench.fx(() -> bench.scene().lookup("#related") instanceof ListView<?> list
                ? list.getItems().size()
                : -1);
    }

    private void within(int span) {
        ChoiceBox<?> choice = bench.find(ChoiceBox.class, "#related-span");
        Bench.run(() -> choice.getSelectionModel().select(span));
    }

    @Test
    void eventsOfTheHostAreListedAroundTheSessionAndMatchesAreMarked() {
        bench.await(5, this::lines); // three, what a correlation made of them, and the session itself
        bench.awaitWords(".related-top", "4 events on ws-0431 (10.20.4.31); rules match 2 of them");
        bench.awaitWords("#related", "−30.0 s");
        bench.awaitWords("#related", "This session");
        bench.awaitWords("#related", "Service Installed That Starts a Shell or a File of a Share");
        bench.awaitWords("#related", "high");
        bench.awaitWords("#related", "Correlation");
        assertFalse(bench.words("#related").contains("elsewhere"));
    }

    @Test
    void theSpanIsSetByTheAnalyst() {
        within(0);
        bench.await(4, this::lines);
        within(5);
        bench.await(6, this::lines);
        bench.awaitWords("#related", "long before");
    }

    @Test
    void aHostThatNoLogTellsOfHasNone() {
        bench.await(5, this::lines);
        select(1);
        bench.awaitWords(".related-top", "No log tells of anything else on 10.20.9.9");
        bench.await(1, this::lines);
    }

    @Test
    void theRecordIsReadAgain() {
        bench.await(5, this::lines);
        Bench.run(() -> {
            ListView<?> list = (ListView<?>) bench.scene().lookup("#related");
            list.getSelectionModel().clearAndSelect(2);
            Event.fireEvent(
                    list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        String expected = "EventID: 7045\nImagePath: %COMSPEC% /c whoami\nProvider_Name: Service Control Manager\n\n"
                + "event 5 ws-0431 10.20.4.31 7045 %COMSPEC% /c whoami";
        bench.await(
                expected,
                () -> Bench.fx(
                        () -> bench.scene().lookup("#related-record") instanceof TextArea area ? area.getText() : ""));
    }
}
