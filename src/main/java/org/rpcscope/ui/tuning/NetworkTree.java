package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.NetworkList;
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
    private final Map<NetworkList, List<TreeItem<NetworkNode>>> items = new EnumMap<>(NetworkList.class);
    private @Nullable NetworkReview built;
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
        subscriptions.now(model.review(), _ -> build());
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

    /** Puts the lines where they belong; those that stand there already are left alone, since there may be thousands. */
    private void build() {
        NetworkReview review = model.review().get();
        NetworkReview before = built;
        if (view.getEditingCell() != null || review == before) {
            return;
        }
        built = review;
        List<NetworkRow> chosen = model.networks().chosen().get();
        taking = true;
        boolean moved = false;
        for (NetworkList list : NetworkList.values()) {
            moved |= build(list, review.of(list), before == null ? List.of() : before.of(list));
        }
        if (moved) {
            view.getSelectionModel().clearSelection();
            chosen.forEach(this::select);
            groups.values()
                    .forEach(group -> group.setValue(
                            new NetworkNode.Group(group.getValue().list())));
        }
        taking = false;
        choose();
        type();
    }

    private boolean build(NetworkList list, List<NetworkReview.Line> lines, List<NetworkReview.Line> old) {
        List<NetworkRow> rows = model.rows(list);
        List<TreeItem<NetworkNode>> before = items.getOrDefault(list, List.of());
        if (stands(rows, before, lines, old)) {
            return false;
        }
        List<TreeItem<NetworkNode>> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            TreeItem<NetworkNode> kept = i < before.size() ? before.get(i) : null;
            boolean same =
                    kept != null && kept.getValue() instanceof NetworkNode.Line(NetworkRow row) && row == rows.get(i);
            all.add(same && kept != null ? kept : item(rows.get(i)));
        }
        items.put(list, all);
        List<TreeItem<NetworkNode>> top = new ArrayList<>();
        Map<Integer, List<TreeItem<NetworkNode>>> within = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            int parent = lines.get(i).parent();
            (parent < 0 ? top : within.computeIfAbsent(parent, _ -> new ArrayList<>())).add(all.get(i));
        }
        boolean moved = put(Objects.requireNonNull(groups.get(list)), top);
        for (int i = 0; i < all.size(); i++) {
            List<TreeItem<NetworkNode>> wanted = within.get(i);
            if (wanted != null || !all.get(i).isLeaf()) { // to ask a leaf for its children is to make a list for them
                moved |= put(all.get(i), wanted == null ? List.of() : wanted);
            }
        }
        return moved;
    }

    /** Whether all lines are where they belong: most edits move none. */
    private static boolean stands(
            List<NetworkRow> rows,
            List<TreeItem<NetworkNode>> items,
            List<NetworkReview.Line> lines,
            List<NetworkReview.Line> old) {
        if (rows.size() != items.size() || lines.size() != old.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean same = items.get(i).getValue() instanceof NetworkNode.Line(NetworkRow row) && row == rows.get(i);
            if (!same || lines.get(i).parent() != old.get(i).parent()) {
                return false;
            }
        }
        return true;
    }

    private static TreeItem<NetworkNode> item(NetworkRow row) {
        TreeItem<NetworkNode> item = new TreeItem<>(new NetworkNode.Line(row));
        item.setExpanded(true);
        return item;
    }

    /** Makes these the items below another, in as few steps as the ones before them leave to do. */
    private static boolean put(TreeItem<NetworkNode> parent, List<TreeItem<NetworkNode>> wanted) {
        List<TreeItem<NetworkNode>> now = parent.getChildren();
        int most = Math.min(now.size(), wanted.size());
        int from = 0;
        while (from < most && now.get(from) == wanted.get(from)) {
            from++;
        }
        int after = 0;
        while (after < most - from && now.get(now.size() - 1 - after) == wanted.get(wanted.size() - 1 - after)) {
            after++;
        }
        if (from == now.size() && from == wanted.size()) {
            return false;
        }
        now.subList(from, now.size() - after).clear();
        parent.getChildren().addAll(from, wanted.subList(from, wanted.size() - after));
        return true;
    }

    private void select(NetworkRow row) {
        int place = model.rows(row.list()).indexOf(row);
        List<TreeItem<NetworkNode>> all = items.getOrDefault(row.list(), List.of());
        int line = place < 0 || place >= all.size() ? -1 : view.getRow(all.get(place));
        if (line >= 0) { // not inside a closed one
            view.getSelectionModel().select(line);
        }
    }

    /** Chooses the lines of the networks that were chosen elsewhere, where there are any; what is typed into stays. */
    private void follow() {
        Set<Cidr> marked = new HashSet<>(model.networks().marked().get().networks());
        List<NetworkRow> rows = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            List<NetworkReview.Line> lines = model.review().get().of(list);
            for (int i = 0; i < Math.min(lines.size(), model.rows(list).size()); i++) {
                if (marked.contains(lines.get(i).network())) {
                    rows.add(model.rows(list).get(i));
                }
            }
        }
        if (rows.isEmpty()
                || view.getEditingCell() != null
                || new HashSet<>(rows)
                        .equals(new HashSet<>(model.networks().chosen().get()))) {
            return;
        }
        taking = true;
        view.getSelectionModel().clearSelection();
        rows.forEach(this::select);
        taking = false;
        choose();
    }

    /** Puts the caret into a line that is to be typed into. */
    private void type() {
        NetworkRow row = model.networks().wanted().get();
        int place = row == null ? -1 : model.rows(row.list()).indexOf(row);
        List<TreeItem<NetworkNode>> all = row == null ? List.of() : items.getOrDefault(row.list(), List.of());
        if (place >= 0 && place < all.size()) { // or it comes with what is found out of it
            model.networks().wanted().set(null);
            int line = view.getRow(all.get(place));
            view.getSelectionModel().clearAndSelect(line);
            view.scrollTo(Math.max(0, line - 1));
            view.applyCss();
            view.layout(); // now there is a cell to type into
            view.edit(line, network);
        }
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
