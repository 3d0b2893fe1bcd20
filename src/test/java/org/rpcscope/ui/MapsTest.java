package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.graph.GraphFile;
import org.testfx.api.FxRobot;

/** Drives the graph of hosts and the map of addresses in the real window, without a display. */
class MapsTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.3 135",
        "confirmed fd12::9 50002 2a0e:97c0::77 135"
    };

    private static final List<String> EDGES = List.of(
            "10.20.4.31 45.148.10.77 1 1 confirmed",
            "10.20.9.200 185.12.64.3 2 2 attempt",
            "fd12::9 2a0e:97c0::77 1 1 confirmed");

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

    /** The lines of a table, their cells joined by a space. */
    private List<String> lines(String table) {
        return Bench.fx(() -> {
            TableView<?> view = (TableView<?>) bench.scene().lookup(table);
            return view == null
                    ? List.<String>of()
                    : IntStream.range(0, view.getItems().size())
                            .mapToObj(line -> String.join(
                                    " ",
                                    view.getColumns().stream()
                                            .map(column -> String.valueOf(column.getCellData(line)))
                                            .toList()))
                            .toList();
        });
    }

    private String filter() {
        return Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText());
    }

    @Test
    void theGraphHoldsTheSessionsThatAreListedAndChoosingAHostNarrowsThem() {
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        bench.awaitWords(".graph-footer", "6 nodes of 6 hosts · 0 inside 0 closed groups · 0 not shown");
        Bench.run(() -> bench.scene().lookup("#graph-canvas").requestFocus());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ENTER);
        bench.await("ip:10.20.4.31", this::filter);
        bench.await(EDGES.subList(0, 1), () -> lines("#graph-edges"));
    }

    @Test
    void aHiddenHostIsCountedAndCanBeShownAgain() {
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        Bench.run(() -> bench.scene().lookup("#graph-canvas").requestFocus());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.H);
        bench.await(EDGES.subList(1, 3), () -> lines("#graph-edges"));
        bench.awaitWords(".graph-footer", "5 nodes of 6 hosts · 0 inside 0 closed groups · 1 not shown");
        robot.push(KeyCode.L); // another arrangement of the same nodes
        bench.await(EDGES.subList(1, 3), () -> lines("#graph-edges"));
    }

    @Test
    void rolesAndNetworksAreHiddenAndShownByKeyboard() {
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        Bench.run(() -> bench.scene().lookup("#graph-canvas").requestFocus());
        robot.push(KeyCode.V);
        bench.await("10.20.9.0/24", () -> portion(4));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        bench.await(List.of(EDGES.get(0), EDGES.get(2)), () -> lines("#graph-edges"));
        bench.awaitWords(".graph-footer", "Hidden: 10.20.9.0/24 · 5 nodes of 6 hosts");
        bench.awaitWords("#graph-choosing", "Shown, 1 hidden");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER); // of the networks this alone
        bench.await(List.of(), () -> lines("#graph-edges"));
        bench.awaitWords(".graph-footer", "1 nodes of 6 hosts · 0 inside 0 closed groups · 5 not shown");
        fire("#graph-portions-all");
        bench.await(EDGES, () -> lines("#graph-edges"));
        robot.push(KeyCode.ESCAPE);
        bench.await(false, () -> bench.scene().lookup("#graph-portions") != null);
    }

    /** What a line of the roles and networks is. */
    private String portion(int line) {
        return Bench.fx(() -> {
            ListView<?> list = (ListView<?>) bench.scene().lookup("#graph-portions");
            return list == null || list.getItems().size() <= line
                    ? ""
                    : list.getItems().get(line).toString();
        });
    }

    @Test
    void aDraggedPartOfTheMapBecomesADraftThatCanBeAppliedAndUndone() {
        fire("#tab-map");
        bench.await(true, () -> lines("#map-networks").contains("185.12.0.0/16 external 1 2 2"));
        Node map = bench.find(Node.class, "#map-canvas");
        Bounds bounds = bench.still(() -> map);
        double side = Math.min(bounds.getWidth(), bounds.getHeight());
        robot.drag(new Point2D(Math.ceil(bounds.getMinX()), Math.ceil(bounds.getMinY())), MouseButton.PRIMARY)
                .dropTo(new Point2D(bounds.getMinX() + side + 9, bounds.getMinY() + side + 9));
        bench.awaitWords("#map-choice", "0.0.0.0/0");
        bench.awaitWords("#map-choice", "4 hosts · 6 sessions, 6 flagged");
        bench.awaitWords("#map-choice", "Make internal\n+0 flagged\n−3 flagged");
        bench.awaitWords("#map-choice", "Make partner\n+0 flagged\n−0 flagged");
        fire("#map-assign-internal");
        bench.awaitWords("#networks", "0.0.0.0/0");
        assertEquals("4 flagged", flagged(), "a draft changes nothing yet");
        bench.awaitWords("#change", "+0 flagged\n−3 flagged\nhides 1 confirmed session");
        fire("#button-tuning-apply");
        bench.await("1 flagged", this::flagged);
        bench.await(List.of("fd12::9 2a0e:97c0::77"), () -> bench.lines("source", "destination"));
        bench.await(true, () -> lines("#map-networks").contains("185.12.0.0/16 internal 1 2 0"));
        fire("#tab-graph");
        bench.await(EDGES.subList(2, 3), () -> lines("#graph-edges"));
        fire("#button-edit-undo");
        bench.await("4 flagged", this::flagged);
        fire("#button-edit-undo");
        bench.awaitWords("#change", "No change pending");
        bench.await(EDGES, () -> lines("#graph-edges"));
        fire("#tab-map");
        bench.await(true, () -> lines("#map-networks").contains("185.12.0.0/16 external 1 2 2"));
        fire("#tab-sessions");
        bench.await(4, () -> bench.lines("source").size());
    }

    @Test
    void networksOfIpv6AreChosenAndBroughtCloserByKeyboard() {
        fire("#tab-map");
        bench.await(true, () -> lines("#map-networks").contains("fd12::/48 internal 1 1 1"));
        Bench.run(() -> bench.scene().lookup("#map-icicle").requestFocus());
        robot.push(KeyCode.RIGHT);
        bench.awaitWords("#map-choice", "2a0e::/16");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        bench.awaitWords("#map-choice", "fd12::/32");
        bench.awaitWords("#map-choice", "1 host · 1 session, 1 flagged");
        robot.push(KeyCode.ENTER);
        bench.awaitWords(".map-side", "IPv6 within fd12::/32");
        robot.push(KeyCode.UP);
        bench.awaitWords("#map-choice", "fd12::/16");
        robot.push(KeyCode.BACK_SPACE);
        bench.awaitWords(".map-side", "IPv6 within fd12::/16");
        robot.push(KeyCode.BACK_SPACE);
        bench.awaitWords(".map-side", "IPv6, as networks within networks");
    }

    @Test
    void theMenuNarrowsAndCopiesAndThePathOfTheChosenSessionIsFollowed() {
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        fire("#graph-follow");
        bench.awaitWords(".graph-footer", "Path of the chosen session: 1 session, 2 hosts, 2 of the nodes");
        Bench.run(() -> bench.scene().lookup("#graph-canvas").requestFocus());
        robot.push(KeyCode.P);
        bench.await(false, () -> bench.words(".graph-footer").contains("Path"));
        robot.push(KeyCode.TAB);
        menu("graph-menu-copy-defanged");
        assertEquals(List.of("10[.]20[.]4[.]31"), bench.copied);
        menu("graph-menu-pin");
        menu("graph-menu-unpin"); // it is offered for what is pinned alone
        menu("graph-menu-exclude");
        bench.await("-ip:10.20.4.31", this::filter);
        bench.await(EDGES.subList(1, 3), () -> lines("#graph-edges"));
    }

    /** Asks for the menu of the chosen node and chooses of it. */
    private void menu(String id) {
        Bench.run(() -> {
            Node canvas = bench.scene().lookup("#graph-canvas");
            Event.fireEvent(
                    canvas, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
        });
        Bench.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void thePictureIsWrittenToAFile() {
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        Path file = folder.resolve("graph.png");
        bench.chosen.add(file);
        Node export = bench.find(Node.class, "#graph-export");
        Bench.run(() -> ((MenuButton) export).getItems().getFirst().fire());
        bench.await(true, () -> readable(file));
    }

    private static boolean readable(Path file) {
        try {
            return Files.exists(file) && ImageIO.read(file.toFile()) != null;
        } catch (IOException e) {
            return false; // being written
        }
    }

    @Test
    void theGraphIsWrittenToAFile() throws IOException {
        fire("#tab-graph");
        bench.await(EDGES, () -> lines("#graph-edges"));
        Path file = folder.resolve("graph." + GraphFile.CSV.extension());
        bench.chosen.add(file);
        Node export = bench.find(Node.class, "#graph-export");
        Bench.run(() -> ((MenuButton) export).getItems().getLast().fire());
        bench.await(true, () -> Files.exists(file) && lineCount(file) == 4);
    }

    private static long lineCount(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            return 0; // being written
        }
    }

    private String flagged() {
        return bench.words("#status")
                .lines()
                .filter(line -> line.endsWith("flagged"))
                .findFirst()
                .orElse("");
    }
}
