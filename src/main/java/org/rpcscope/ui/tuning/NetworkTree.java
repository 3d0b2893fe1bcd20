package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.Nesting;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The lists as a tree: in each list a network lies under the narrowest that holds it. While a line is typed into, the tree
 * stays as it is. JavaFX thread only.
 */
final class NetworkTree implements AutoCloseable {

    private static final double LINE = 24;

    private final TuningModel model;
    private final TreeTableView<NetworkNode> view = new TreeTableView<>();
    private final Map<NetworkList, TreeItem<NetworkNode>> groups = new HashMap<>();
    private final TreeTableColumn<NetworkNode, NetworkNode> network;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<NetworkTreeRow, NetworkRow> inView = new HashMap<>();
    private List<String> built = List.of();
    private boolean taking;

    NetworkTree(TuningModel model, NetworkActions actions, NetworkMenu menu, Texts texts) {
        this.model = model;
        view.setId("networks");
        view.getStyleClass().addAll("dense-table", "networks");
        view.setAccessibleText(texts.get("networks.tree"));
        view.setShowRoot(false);
        view.setEditable(true);
        view.setFixedCellSize(LINE);
        view.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getColumns().setAll(new NetworkColumns(model, texts).all());
        network = first();
        TreeItem<NetworkNode> root = new TreeItem<>();
        root.setExpanded(true);
        for (NetworkList list : NetworkList.values()) {
            TreeItem<NetworkNode> group = new TreeItem<>(new NetworkNode.Group(list));
            group.setExpanded(true);
            groups.put(list, group);
            root.getChildren().add(group);
        }
        view.setRoot(root);
        NetworkDrag drag = new NetworkDrag(model.networks(), view);
        view.setRowFactory(_ -> new NetworkTreeRow(drag, model.networks().marked(), this::seen));
        view.setContextMenu(menu.node());
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, actions));
        view.getSelectionModel().getSelectedItems().subscribe(this::choose);
        subscriptions.now(model.edited(), _ -> build());
        subscriptions.changes(model.networks().wanted(), this::type);
        subscriptions.changes(model.networks().marked(), this::follow);
        subscriptions.changes(view.editingCellProperty(), this::build);
    }

    @SuppressWarnings("unchecked") // every column is made by NetworkColumns
    private TreeTableColumn<NetworkNode, NetworkNode> first() {
        return (TreeTableColumn<NetworkNode, NetworkNode>) view.getColumns().getFirst();
    }

    Node node() {
        return view;
    }

    private void pressed(KeyEvent event, NetworkActions actions) {
        if (view.getEditingCell() != null) {
            return; // what is typed belongs to the field
        }
        if (event.getCode() == KeyCode.INSERT) {
            TreeItem<NetworkNode> item = view.getSelectionModel().getSelectedItem();
            model.networks()
                    .add(item == null ? NetworkList.INTERNAL : item.getValue().list());
            event.consume();
            return;
        }
        for (Action action : actions.keyed()) {
            if (action.key() != null && action.key().match(event)) {
                action.fire();
                event.consume();
                return;
            }
        }
    }

    private void choose() {
        if (taking) {
            return; // what is chosen is chosen again in the end
        }
        List<NetworkRow> rows = new ArrayList<>();
        for (TreeItem<NetworkNode> item : view.getSelectionModel().getSelectedItems()) {
            if (item != null && item.getValue() instanceof NetworkNode.Line(NetworkRow row)) {
                rows.add(row);
            }
        }
        model.networks().chosen().set(List.copyOf(rows));
    }

    /** Puts the lines where they belong, where they do not stand there already. */
    private void build() {
        Profile profile = model.edited().get();
        List<String> wanted = signature(profile);
        if (view.getEditingCell() != null || wanted.equals(built)) {
            return;
        }
        built = wanted;
        taking = true;
        Set<NetworkRow> closed = new HashSet<>();
        Set<NetworkRow> chosen = new HashSet<>(model.networks().chosen().get());
        groups.values().forEach(group -> closed(group, closed));
        Nesting nesting = Nesting.of(profile);
        view.getSelectionModel().clearSelection();
        Map<NetworkRow, TreeItem<NetworkNode>> items = new HashMap<>();
        for (NetworkList list : NetworkList.values()) {
            List<NetworkRow> rows = model.rows(list);
            rows.forEach(row -> items.put(row, new TreeItem<>(new NetworkNode.Line(row))));
            List<TreeItem<NetworkNode>> top = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                TreeItem<NetworkNode> item = Objects.requireNonNull(items.get(rows.get(i)));
                int parent = nesting.parent(list, i);
                TreeItem<NetworkNode> outer = parent < 0 ? null : items.get(rows.get(parent));
                (outer == null ? top : outer.getChildren()).add(item);
                item.setExpanded(!closed.contains(rows.get(i)));
            }
            Objects.requireNonNull(groups.get(list)).getChildren().setAll(top);
        }
        for (NetworkRow row : chosen) {
            TreeItem<NetworkNode> item = items.get(row);
            if (item != null) {
                view.getSelectionModel().select(item);
            }
        }
        taking = false;
        choose();
        view.refresh(); // the groups count their lines
    }

    /** Chooses the lines of the networks that were chosen elsewhere, where there are any; what is typed into stays. */
    private void follow() {
        Set<Cidr> marked = new HashSet<>(model.networks().marked().get().networks());
        List<NetworkRow> rows = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            model.rows(list).stream()
                    .filter(row -> marked.contains(row.entry().get().network()))
                    .forEach(rows::add);
        }
        if (rows.isEmpty()
                || view.getEditingCell() != null
                || new HashSet<>(rows)
                        .equals(new HashSet<>(model.networks().chosen().get()))) {
            return;
        }
        taking = true;
        view.getSelectionModel().clearSelection();
        for (NetworkRow row : rows) {
            TreeItem<NetworkNode> item = find(view.getRoot().getChildren(), row);
            if (item != null && view.getRow(item) >= 0) { // not inside a closed one
                view.getSelectionModel().select(item);
            }
        }
        taking = false;
        choose();
    }

    /** What decides how the tree looks: the networks of each list, in their order. */
    private static List<String> signature(Profile profile) {
        List<String> all = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            list.of(profile).stream().map(NetworkEntry::cidr).forEach(all::add);
            all.add(list.id());
        }
        return all;
    }

    private static void closed(TreeItem<NetworkNode> item, Set<NetworkRow> into) {
        for (TreeItem<NetworkNode> child : item.getChildren()) {
            if (!child.isExpanded()
                    && !child.isLeaf()
                    && child.getValue() instanceof NetworkNode.Line(NetworkRow row)) {
                into.add(row);
            }
            closed(child, into);
        }
    }

    /** Puts the caret into a line that is to be typed into. */
    private void type() {
        NetworkRow row = model.networks().wanted().get();
        TreeItem<NetworkNode> item = row == null ? null : find(view.getRoot().getChildren(), row);
        if (item != null) {
            model.networks().wanted().set(null);
            int line = view.getRow(item);
            view.getSelectionModel().clearAndSelect(line);
            view.scrollTo(Math.max(0, line - 1));
            view.applyCss();
            view.layout(); // now there is a cell to type into
            view.edit(line, network);
        }
    }

    private static @Nullable TreeItem<NetworkNode> find(ObservableList<TreeItem<NetworkNode>> items, NetworkRow row) {
        for (TreeItem<NetworkNode> item : items) {
            if (item.getValue() instanceof NetworkNode.Line(NetworkRow each) && each == row) {
                return item;
            }
            TreeItem<NetworkNode> within = find(item.getChildren(), row);
            if (within != null) {
                return within;
            }
        }
        return null;
    }

    /** Notes what a row of the screen shows now. */
    private void seen(NetworkTreeRow where, @Nullable NetworkRow row) {
        NetworkRow before = row == null ? inView.remove(where) : inView.put(where, row);
        if (before != row) {
            model.networks().inView().set(inView.values().stream().distinct().toList());
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        view.setRoot(null);
    }
}
