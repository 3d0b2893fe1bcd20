package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.app.Main;
import org.rpcscope.capture.CaptureReplay;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.testfx.api.FxRobot;

/**
 * The whole way of an analyst in the real window, without a display, over the real sample: from opening it to a case, and
 * after the program was killed, from that case to a report.
 */
class WholeStoryTest {

    private static final String SHOWN = "everything that was asked for is shown";
    private static final String CASE = "night.rpcscope";
    private static final String FILTER = "src:10.20.4.31 tier:confirmed";
    private static final String NOTE = "the owner knows nothing of it";
    private static final List<String> SAMPLES =
            List.of("outbound-rpc-v4.pcap", "attempts.pcap", "internal.pcap", "ws31-security.evtx");

    @TempDir
    Path folder;

    private static Bench open(Path folder) {
        return new Bench(
                folder,
                new Bench.Real(
                        Main.formats(),
                        new CaptureReplay(DcerpcInspection::new),
                        SAMPLES.stream().map(Path.of("sample-data")::resolve).toList()));
    }

    /** The first half, in a process of its own, which is killed. */
    static final class UntilTheCaseIsSaved {
        private UntilTheCaseIsSaved() {}

        public static void main(String[] words) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try {
                story(Path.of(words[0]));
                out.println(SHOWN);
            } catch (Throwable thrown) { // told to whoever waits for it
                thrown.printStackTrace(out);
                System.exit(1);
            }
        }

        private static void story(Path folder) {
            FxRobot robot = new FxRobot();
            Bench bench = open(folder);
            robot.clickOn(bench.still(() -> bench.scene().lookup("#start-sample")));
            bench.awaitWords("#status", "4 sources\n37 sessions\n18 flagged");
            bench.await(18, () -> lines(bench).size());

            robot.clickOn("#filter").write("src:10.20.4.31");
            bench.await(14, () -> lines(bench).size());
            group(bench, "destination");
            List<String> closed = List.of(
                    "45.148.10.77 9",
                    "194.26.29.90 1",
                    "45.148.10.99 1",
                    "45.148.10.78 1",
                    "194.26.29.91 1",
                    "194.26.29.92 1");
            bench.await(closed, () -> groups(bench));
            Bench.run(() -> {
                bench.table().requestFocus();
                bench.table().getSelectionModel().clearAndSelect(0);
            });
            robot.push(KeyCode.RIGHT);
            bench.await(15, () -> groups(bench).size());
            bench.await("confirmed 10.20.4.31 45.148.10.77", () -> groups(bench).get(9));
            robot.push(KeyCode.LEFT);
            bench.await(closed, () -> groups(bench));
            group(bench, "none");
            bench.await(14, () -> lines(bench).size());
            robot.clickOn(bench.still(() -> facet(bench, "tier", "confirmed 9")));
            bench.await(9, () -> lines(bench).size());
            bench.await(FILTER, () -> filter(bench));

            Bench.run(() -> {
                bench.table().requestFocus();
                bench.table().getSelectionModel().clearAndSelect(0);
            });
            robot.push(KeyCode.F7);
            bench.await("escalated", () -> status(bench, 0));
            robot.push(KeyCode.F4);
            bench.await(
                    1, () -> Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex()));
            robot.push(KeyCode.F8);
            bench.await("suppressed", () -> status(bench, 1));
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            bench.await("—", () -> status(bench, 1));
            robot.push(KeyCode.F6);
            bench.await("acknowledged", () -> status(bench, 1));
            robot.clickOn(bench.still(() -> bench.scene().lookup("#tab-inspector-triage")));
            robot.clickOn(bench.still(() -> bench.scene().lookup("#triage-note")))
                    .write(NOTE);
            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
            bench.awaitWords("#triage", NOTE);

            bench.chosen.add(folder.resolve(CASE));
            fire(bench, "item-case-save");
            bench.await(true, () -> Bench.fx(() -> bench.stage.getTitle()).startsWith(CASE));
            Bench.run(() -> bench.table().requestFocus());
            robot.push(KeyCode.F4);
            bench.await(
                    2, () -> Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex()));
            robot.push(KeyCode.F8);
            bench.await("suppressed", () -> status(bench, 2));
        }
    }

    private static void group(Bench bench, String by) {
        Bench.run(() -> bench.find(MenuButton.class, "#grouping").getItems().stream()
                .filter(item -> ("group-by-" + by).equals(item.getId()))
                .forEach(MenuItem::fire));
    }

    /** Of a group its key and what it counts, of a session its ends. */
    private static List<String> groups(Bench bench) {
        return Bench.fx(
                () -> bench.table().getItems().stream().map(String::valueOf).toList());
    }

    private static List<String> lines(Bench bench) {
        return bench.lines("tier", "status", "source", "destination", "port");
    }

    private static String status(Bench bench, int line) {
        return bench.lines("status").get(line);
    }

    private static String filter(Bench bench) {
        return bench.find(TextField.class, "#filter").getText();
    }

    private static @Nullable Node facet(Bench bench, String topic, String words) {
        return bench.scene().lookup("#facet-" + topic).getParent().lookupAll(".facet-row").stream()
                .filter(row -> words.equals(((Button) row)
                        .getGraphic().lookupAll(".label").stream()
                                .map(label -> ((Label) label).getText())
                                .collect(Collectors.joining(" "))))
                .findFirst()
                .orElse(null);
    }

    private static void fire(Bench bench, String item) {
        Bench.run(() -> ((MenuBar) bench.scene().lookup(".menu-bar"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    @Test
    void theSampleIsNarrowedMarkedSavedKilledOpenedAgainAndReported() throws IOException, InterruptedException {
        untilItIsKilled();
        Bench bench = open(folder);
        try {
            bench.open(folder.resolve(CASE));
            bench.awaitWords("#status", "4 sources\n37 sessions\n18 flagged");
            bench.await(
                    List.of("escalated", "acknowledged", "suppressed", "—", "—", "—", "—", "—", "—"),
                    () -> bench.lines("status"));
            assertEquals(FILTER, filter(bench));
            Bench.run(() -> bench.table().getSelectionModel().clearAndSelect(1));
            new FxRobot().clickOn(bench.still(() -> bench.scene().lookup("#tab-inspector-triage")));
            bench.awaitWords("#triage", NOTE);
            assertEquals("Undo", undo(bench), "what was done before the end is not taken back by mistake");

            Path report = folder.resolve("report.html");
            bench.chosen.add(report);
            fire(bench, "item-export-report");
            bench.awaitWords("#banner", "report.html");
            String html = Files.readString(report);
            for (String part : List.of(
                    "<th>Filter</th><td>" + FILTER + "</td>",
                    "<p>Analyst: escalated</p>",
                    "<p>Analyst: acknowledged</p>",
                    "<p>Analyst: suppressed</p>",
                    NOTE)) {
                assertTrue(html.contains(part), () -> part + " is missing in " + html);
            }
            assertEquals(9, html.split("<h3>10.20.4.31 → 45.148.10.77 tcp ", -1).length - 1, "findings");
        } finally {
            bench.close();
        }
    }

    private static String undo(Bench bench) {
        return Bench.fx(() -> ((MenuBar) bench.scene().lookup(".menu-bar"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(each -> "item-edit-undo".equals(each.getId()))
                        .findFirst()
                        .orElseThrow()
                        .getText());
    }

    private void untilItIsKilled() throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command())
                .redirectOutput(printed.toFile())
                .redirectErrorStream(true)
                .start();
        long begun = System.nanoTime();
        while (process.isAlive()
                && !Files.readString(printed).contains(SHOWN)
                && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(120)) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        String said = Files.readString(printed);
        assertTrue(said.contains(SHOWN), said);
    }

    /** The same Java with the same arguments as this one. */
    private List<String> command() {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> classes = Stream.of(
                "-cp", System.getProperty("java.class.path"), UntilTheCaseIsSaved.class.getName(), folder.toString());
        List<String> same = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return Stream.of(java, same.stream(), classes).flatMap(part -> part).toList();
    }
}
