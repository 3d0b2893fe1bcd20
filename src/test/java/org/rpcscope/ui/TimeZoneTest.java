package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Chooses another time zone in the running window, without a display: every surface and every report follows. */
class TimeZoneTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    @Test
    void theTableTheTimelineTheInspectorAndTheReportFollowOneSwitch() throws IOException {
        bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map",
                "attempt 10.20.9.200 50001 185.12.64.3 135"));
        bench.await(2, () -> bench.lines("tier").size());
        Bench.run(() -> bench.table().requestFocus());
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        page("triage");
        Bench.run(() -> bench.find(TextArea.class, "#triage-note").setText("seen"));
        Bench.run(() -> bench.find(Button.class, "#add-note").fire());
        bench.awaitWords("#triage", "seen");
        shown("09:41:07", "UTC");

        Bench.run(() -> bench.table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#preferences-zone") != null));
        Bench.run(() -> zones().setValue("Asia/Kolkata"));
        Bench.run(() -> bench.find(Button.class, "#preferences-done").fire());
        shown("15:11:07", "Asia/Kolkata");
        assertEquals(
                "Times in Asia/Kolkata",
                bench.words("#zone").lines().findFirst().orElse(""));

        String report = written("report.html", "item-export-report");
        assertTrue(report.contains("All times in Asia/Kolkata."), report);
        assertTrue(report.contains(" · 2026-11-24T15:11:07+05:30 · outbound"), report);
        assertTrue(report.matches("(?s).*, 20[0-9-]+ [0-9:]+ Asia/Kolkata</span>.*"), report);
        List<String> csv = written("sessions.csv", "item-export-csv").lines().toList();
        assertTrue(csv.get(1).startsWith("yes,confirmed,2026-11-24T15:11:07+05:30,10.20.4.31,"), csv.get(1));
        String json = written("sessions.jsonl", "item-export-json");
        assertTrue(json.contains("\"@timestamp\":\"2026-11-24T09:41:07Z\""), json);
    }

    /** What the table, the timeline and two pages of the inspector say of the first session. */
    private void shown(String time, String zone) {
        bench.awaitWords("#sessions", "2026-11-24 " + time + ".000");
        bench.awaitWords("#sessions", "(" + zone + ")");
        bench.await(
                true,
                () -> Bench.fx(() -> bench.scene().lookup("#timeline").getAccessibleText())
                        .contains(time));
        page("triage");
        bench.awaitWords("#triage", zone);
        page("evidence");
        bench.awaitWords("#inspector", "Start (" + zone + ")");
        bench.awaitWords("#inspector", "2026-11-24 " + time + ".000");
    }

    private void page(String name) {
        robot.clickOn(bench.still(() -> bench.scene().lookup("#tab-inspector-" + name)));
    }

    @SuppressWarnings("unchecked") // there is one choice of zones
    private ComboBox<String> zones() {
        return (ComboBox<String>) bench.scene().lookup("#preferences-zone");
    }

    private String written(String name, String item) throws IOException {
        Path file = folder.resolve(name);
        bench.chosen.clear();
        bench.chosen.add(file);
        Bench.run(() -> ((MenuBar) bench.scene().lookup(".menu-bar"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        bench.awaitWords("#banner", name);
        return Files.readString(file);
    }
}
