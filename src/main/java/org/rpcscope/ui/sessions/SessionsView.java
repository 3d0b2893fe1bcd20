package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The table of sessions, with the switch between flagged and all, and the choice of columns. JavaFX thread only. */
public final class SessionsView implements AutoCloseable {

    private final SessionsModel model;
    private final SessionsController controller;
    private final Texts texts;
    private final GroupSwitch groups;
    private final SessionTable table;
    private final MenuButton grouping;
    private final FilterBar filter;
    private final SearchBar search;
    private final VBox node;
    private final StackPane empty = Styles.with(new StackPane(), "empty-state");
    private final Button showAll;
    private final Button clearFilter;
    private final SegmentedButton scopes;
    private final MenuButton columns;
    private final Subscriptions subscriptions = new Subscriptions();
    private Emptiness emptiness = Emptiness.ROWS;

    /** Why the table has no lines. */
    private enum Emptiness {
        /** It has some. */
        ROWS,
        NO_SESSIONS,
        NONE_FLAGGED,
        NONE_PASSES
    }

    public SessionsView(SessionsModel model, SessionsController controller, Texts texts) {
        this.model = model;
        this.controller = controller;
        this.texts = texts;
        groups = new GroupSwitch(model, controller);
        table = new SessionTable(model, groups, controller.search().model().sought(), texts);
        table.setPlaceholder(empty);
        showAll = button("show-all", () -> model.scope().set(Scope.ALL));
        clearFilter = button("clear-filter", () -> model.filter().clear());
        clearFilter.setText(texts.get("filter.clear"));
        filter = new FilterBar(model, controller, texts);
        scopes = scopes();
        columns = columns();
        grouping = grouping();
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> groups.pressed(event, table)); // before the table scrolls
        subscriptions.now(model.listing(), table::take);
        search = new SearchBar(controller.search().model(), table, groups, texts);
        controller.search().through(table::shown, texts.times()::get);
        node = new VBox(search.node(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        subscriptions.now(texts.times(), _ -> table.retime());
        subscriptions.now(model.counts(), _ -> showEmptyState());
        subscriptions.changes(model.listing(), this::showEmptyState);
        subscriptions.changes(model.scope(), this::showEmptyState);
    }

    /** The table, and above it, while one searches, what for. */
    public Node node() {
        return node;
    }

    /** Lets the analyst write what to look for in the table. */
    public void search() {
        search.open();
    }

    /** Chooses the next line that says what was looked for. */
    public void searchNext() {
        search.next();
    }

    /** Chooses the line before that says what was looked for. */
    public void searchPrevious() {
        search.previous();
    }

    /** The filter, which stands above all views of the sessions. */
    public FilterBar filter() {
        return filter;
    }

    /** The switch between flagged and all sessions, with their numbers. */
    public Node scopeSwitch() {
        return scopes;
    }

    /** The menu in which columns are shown and hidden. */
    public Node columnsMenu() {
        return columns;
    }

    /** The menu in which sessions are put together. */
    public Node groupingMenu() {
        return grouping;
    }

    /** Gives the lines a context menu, and Enter a meaning. */
    public void actions(Actions actions, List<List<Action>> groups, Runnable onEnter) {
        CellMenu menu = new CellMenu(model, actions, groups, texts);
        table.setContextMenu(menu.menu());
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::requested); // before the table shows it
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && model.selection().get() != null) {
                onEnter.run();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && model.selection().get() != null) {
                onEnter.run();
            }
        });
    }

    /** Tells the controller what is in view, before it lists anew. Called by the shell's pulse. */
    public void noteView() {
        controller.top(table.top());
    }

    /** How the columns stand now, in their order. */
    public List<ColumnState> columnStates() {
        return table.getColumns().stream()
                .map(column -> new ColumnState(column.getId(), column.getWidth(), column.isVisible()))
                .toList();
    }

    /** Puts the columns as they were left. Columns that are not named stand last. */
    public void restoreColumns(List<ColumnState> states) {
        List<TableColumn<TableLine, ?>> ordered = new ArrayList<>();
        for (ColumnState state : states) {
            for (TableColumn<TableLine, ?> column : table.getColumns()) {
                if (column.getId().equals(state.id()) && !ordered.contains(column)) {
                    column.setPrefWidth(state.width());
                    column.setVisible(state.visible());
                    ordered.add(column);
                }
            }
        }
        for (TableColumn<TableLine, ?> column : table.getColumns()) {
            if (!ordered.contains(column)) {
                ordered.add(column);
            }
        }
        table.getColumns().setAll(ordered);
    }

    /** Makes the columns so many times as wide: words are larger or smaller from now on. */
    public void widen(double times) {
        for (TableColumn<TableLine, ?> column : table.getColumns()) {
            column.setPrefWidth(Math.round(column.getWidth() * times));
        }
    }

    /** Calls the listener when a column was moved, resized, shown or hidden. */
    public void onColumnsChanged(Runnable listener) {
        for (TableColumn<TableLine, ?> column : table.getColumns()) {
            subscriptions.changes(column.widthProperty(), listener);
            subscriptions.changes(column.visibleProperty(), listener);
        }
        ListChangeListener<TableColumn<TableLine, ?>> moved = _ -> listener.run();
        table.getColumns().addListener(moved);
        subscriptions.add(() -> table.getColumns().removeListener(moved));
    }

    private SegmentedButton scopes() {
        ToggleButton flagged = new ToggleButton();
        flagged.setId("scope-flagged");
        ToggleButton all = new ToggleButton();
        all.setId("scope-all");
        SegmentedButton buttons = new SegmentedButton(flagged, all);
        ToggleGroup group = buttons.getToggleGroup();
        flagged.setToggleGroup(group); // or the choice made before the first layout is lost
        all.setToggleGroup(group);
        group.selectToggle(model.scope().get() == Scope.FLAGGED ? flagged : all);
        flagged.setOnAction(_ -> choose(group, flagged, Scope.FLAGGED));
        all.setOnAction(_ -> choose(group, all, Scope.ALL));
        subscriptions.now(model.scope(), scope -> group.selectToggle(scope == Scope.FLAGGED ? flagged : all));
        subscriptions.now(model.counts(), counts -> {
            flagged.setText(texts.get("sessions.flagged", Amounts.count(counts.flagged())));
            all.setText(texts.get("sessions.all", Amounts.count(counts.all())));
        });
        return buttons;
    }

    /** A click on the button that is pressed already must not release it. */
    private void choose(ToggleGroup group, ToggleButton button, Scope scope) {
        group.selectToggle(button);
        model.scope().set(scope);
    }

    private MenuButton grouping() {
        MenuButton menu = new MenuButton(null, Icon.GROUPS.node());
        menu.setId("grouping");
        ToggleGroup choice = new ToggleGroup();
        for (GroupBy by : GroupBy.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("sessions.group-by." + by.label()));
            item.setId("group-by-" + by.label());
            item.setToggleGroup(choice);
            item.setOnAction(_ -> model.grouping().set(by));
            menu.getItems().add(item);
            subscriptions.now(model.grouping(), now -> item.setSelected(now == by));
        }
        subscriptions.now(
                model.grouping(),
                by -> menu.setText(texts.get("sessions.group-by", texts.get("sessions.group-by." + by.label()))));
        return menu;
    }

    private MenuButton columns() {
        MenuButton menu = new MenuButton(texts.get("sessions.columns"), Icon.COLUMNS.node());
        menu.setId("columns");
        for (SessionColumn column : SessionColumn.values()) {
            CheckMenuItem item = new CheckMenuItem(texts.get("column." + column.id()));
            item.selectedProperty().bindBidirectional(table.column(column).visibleProperty());
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Makes new words only where there is something else to say: a button that is replaced loses the click on it. */
    private void showEmptyState() {
        SessionsModel.Counts counts = model.counts().get();
        boolean quiet = model.scope().get() == Scope.FLAGGED && counts.flagged() == 0;
        showAll.setText(texts.count("sessions.show-all", counts.all()));
        Emptiness now = Emptiness.ROWS;
        if (counts.all() == 0) {
            now = Emptiness.NO_SESSIONS;
        } else if (quiet) {
            now = Emptiness.NONE_FLAGGED;
        } else if (!model.filter().applied().get().isEmpty()) {
            now = Emptiness.NONE_PASSES;
        }
        if (now != emptiness) {
            emptiness = now;
            VBox words = Styles.with(new VBox(), "empty-words");
            words.getChildren().setAll(words(now));
            empty.getChildren().setAll(words);
        }
    }

    private List<Node> words(Emptiness why) {
        return switch (why) {
            case ROWS -> List.of();
            case NO_SESSIONS -> List.of(Icon.SEARCHING.node(), title("sessions.none"), line("sessions.none.hint"));
            case NONE_FLAGGED ->
                List.of(Icon.NOTHING.node(), title("sessions.quiet"), line("sessions.quiet.hint"), showAll);
            case NONE_PASSES ->
                List.of(Icon.SEARCHING.node(), title("filter.none"), line("filter.none.hint"), clearFilter);
        };
    }

    private static Button button(String id, Runnable handler) {
        Button button = new Button();
        button.setId(id);
        button.setOnAction(_ -> handler.run());
        return button;
    }

    private Label title(String key) {
        return Styles.label(texts.get(key), "empty-title");
    }

    private Label line(String key) {
        Label line = Styles.label(texts.get(key), Styles.MUTED);
        line.setWrapText(true);
        return line;
    }

    @Override
    public void close() {
        subscriptions.close();
        filter.close();
        search.close();
        table.setItems(FXCollections.emptyObservableList());
    }
}
