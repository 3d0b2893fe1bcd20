package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Several lines of the real table at once, and an order of several columns, without a display. */
class SelectionTest {

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
                "attempt 10.0.0.1 1000 45.0.0.2 135",
                "attempt 10.0.0.2 1000 45.0.0.1 135",
                "attempt 10.0.0.1 1000 45.0.0.1 135",
                "attempt 10.0.0.2 1000 45.0.0.2 135"));
        bench.await(4, () -> bench.lines("source").size());
        Bench.run(() -> bench.table().getColumns().stream()
                .filter(column -> column.getId().equals("status"))
                .forEach(column -> column.setVisible(true)));
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private @Nullable Node line(int line) {
        return bench.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == line && node.isVisible())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Node heading(String column) {
        return bench.table().lookupAll(".column-header").stream()
                .filter(node -> node instanceof TableColumnHeader header
                        && header.getTableColumn() != null
                        && column.equals(header.getTableColumn().getId()))
                .findFirst()
                .orElse(null);
    }

    private void click(int line, KeyCode... held) {
        bench.still(() -> line(line));
        press(Bench.fx(() -> cell(line)), held);
    }

    /** The rest of a line lies under its cells. */
    private Node cell(int line) {
        return Objects.requireNonNull(line(line)).lookup(".session-cell");
    }

    private void click(String heading, KeyCode... held) {
        bench.still(() -> heading(heading));
        press(Bench.fx(() -> heading(heading)), held);
    }

    /**
     * The headless window leaves the keys that are held out of what the pointer does, and says of each click that it asks
     * for a menu, which headings pay heed to: such a click is made here.
     */
    private void press(Node node, KeyCode... held) {
        if (held.length == 0 && !(node instanceof TableColumnHeader)) {
            robot.clickOn(node);
            return;
        }
        Bench.run(() -> {
            node.fireEvent(mouse(node, MouseEvent.MOUSE_PRESSED, true, List.of(held)));
            node.fireEvent(mouse(node, MouseEvent.MOUSE_RELEASED, false, List.of(held)));
        });
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, boolean down, List<KeyCode> held) {
        Bounds bounds = node.getBoundsInLocal();
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        Point2D scene = node.localToScene(middle);
        Point2D screen = node.localToScreen(middle);
        boolean control = held.contains(KeyCode.CONTROL);
        boolean shift = held.contains(KeyCode.SHIFT);
        PickResult picked = new PickResult(node, scene.getX(), scene.getY());
        return new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                shift,
                control,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                picked);
    }

    private List<Integer> selected() {
        return Bench.fx(() -> List.copyOf(bench.table().getSelectionModel().getSelectedIndices()));
    }

    private List<String> ends() {
        return bench.lines("source", "destination");
    }

    @Test
    void severalAreCopiedInTheOrderOfTheTable() {
        List<String> sources = bench.lines("source");
        click(2);
        click(0, KeyCode.CONTROL);
        bench.await(List.of(0, 2), this::selected);
        fire("#item-copy-source");
        bench.await(1, bench.copied::size); // of two copies at once the later one counts
        fire("#item-copy-source-defanged");
        bench.await(2, bench.copied::size);
        String expected = sources.get(0) + "\n" + sources.get(2);
        assertEquals(List.of(expected, expected.replace(".", "[.]")), bench.copied);
        bench.copied.clear();
        fire("#item-copy-row-csv");
        bench.await(1, bench.copied::size);
        List<String> lines = bench.copied.getFirst().lines().toList();
        assertEquals(2, lines.size());
        assertEquals(
                List.of("attempt,—", "attempt,—"),
                lines.stream().map(line -> line.substring(0, 9)).toList());
        click(3, KeyCode.SHIFT);
        bench.await(List.of(0, 1, 2, 3), this::selected);
    }

    @Test
    void theSelectedOnesAreMarkedTogetherAndStaySelected() {
        click(1);
        robot.press(KeyCode.SHIFT);
        robot.push(KeyCode.DOWN);
        robot.release(KeyCode.SHIFT);
        bench.await(List.of(1, 2), this::selected);
        robot.push(KeyCode.F7);
        bench.await(List.of("—", "escalated", "escalated", "—"), () -> bench.lines("status"));
        bench.await(List.of(1, 2), this::selected);
        robot.clickOn("#tab-inspector-triage");
        bench.awaitWords("#triage", "2 sessions are selected.");
        robot.clickOn("#status-suppressed");
        bench.await(List.of("—", "suppressed", "suppressed", "—"), () -> bench.lines("status"));
        click(0);
        bench.await(List.of(0), this::selected);
        bench.await(false, () -> bench.words("#triage").contains("are selected"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        bench.await(List.of("—", "escalated", "escalated", "—"), () -> bench.lines("status"));
    }

    @Test
    void whatIsSelectedIsFoundAgainInAnotherOrder() {
        click(0);
        click(3, KeyCode.CONTROL);
        List<String> before = chosen();
        click("destination");
        click("destination");
        bench.await(List.of("45.0.0.2", "45.0.0.2", "45.0.0.1", "45.0.0.1"), () -> bench.lines("destination"));
        bench.await(
                before.stream().sorted().toList(),
                () -> chosen().stream().sorted().toList());
        assertEquals(2, before.size());
    }

    private List<String> chosen() {
        List<String> ends = ends();
        return selected().stream().map(ends::get).toList();
    }

    @Test
    void theMenuOfALineThatIsSelectedLeavesTheOthersSelected() {
        click(0);
        click(2, KeyCode.SHIFT);
        bench.await(List.of(0, 1, 2), this::selected);
        bench.still(() -> line(1));
        robot.clickOn(Bench.fx(() -> cell(1)), MouseButton.SECONDARY);
        assertEquals(List.of(0, 1, 2), selected());
    }

    @Test
    void theKeyForAllSessionsIsNotTakenForTheSelectionOfAllLines() {
        click(1);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        bench.await(true, () -> bench.find(ToggleButton.class, "#scope-all").isSelected());
        assertEquals(1, selected().size());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        bench.await(true, () -> bench.find(ToggleButton.class, "#scope-flagged").isSelected());
    }

    @Test
    void aRangeThatIsTooLongIsCutOff() {
        List<String> many = new ArrayList<>(List.of("sessions"));
        for (int i = 0; i < 3000; i++) {
            many.add("attempt 10.0.1.1 " + (1000 + i) + " 45.0.0.2 135");
        }
        bench.open(bench.file("many.txt", many.toArray(String[]::new)));
        bench.await(3004, () -> Bench.fx(() -> bench.table().getItems().size()));
        click(1);
        robot.push(KeyCode.SHIFT, KeyCode.END);
        bench.await(1000, () -> selected().size());
        assertEquals(List.of(1, 1000), List.of(selected().getFirst(), selected().getLast()));
    }

    @Test
    void shiftAddsAColumnToTheOrder() {
        click("source");
        bench.await(List.of("source"), this::order);
        click("destination", KeyCode.SHIFT);
        bench.await(List.of("source", "destination"), this::order);
        bench.await(
                List.of("10.0.0.1 45.0.0.1", "10.0.0.1 45.0.0.2", "10.0.0.2 45.0.0.1", "10.0.0.2 45.0.0.2"),
                this::ends);
        click("destination", KeyCode.SHIFT);
        bench.await(
                List.of("10.0.0.1 45.0.0.2", "10.0.0.1 45.0.0.1", "10.0.0.2 45.0.0.2", "10.0.0.2 45.0.0.1"),
                this::ends);
    }

    private List<String> order() {
        return Bench.fx(() ->
                bench.table().getSortOrder().stream().map(TableColumn::getId).toList());
    }

    private void fire(String item) {
        Bench.run(() -> {
            String id = item.substring(1);
            MenuBar bar = (MenuBar) bench.scene().lookup(".menu-bar");
            bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(each -> id.equals(each.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
    }
}
