package org.rpcscope.ui.tuning;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.lists.ListText;
import org.rpcscope.tuning.lists.Listed;
import org.rpcscope.tuning.lists.Refusal;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** What was found in a text, and below it what was refused, each with its line. JavaFX thread only. */
final class NetworkPreview {

    private static final double LINE = 24;
    private static final double NUMBER = 44;
    private static final double REFUSED = 150;

    private final Texts texts;
    private final TableView<Listed> found = new TableView<>();
    private final TableView<Refusal> refused = new TableView<>();
    private final Label foundTitle = Styles.label("", Styles.SECTION);
    private final Label refusedTitle = Styles.label("", Styles.SECTION);
    private final VBox node;
    private NetworkList target = NetworkList.INTERNAL;

    NetworkPreview(Texts texts) {
        this.texts = texts;
        table(found, "paste-found");
        found.getColumns()
                .setAll(List.of(
                        fixed(column("networks.paste.line", each -> Integer.toString(each.line())), NUMBER),
                        fixed(
                                column(
                                        "networks.paste.network",
                                        each -> each.entry().cidr()),
                                170),
                        fixed(
                                column(
                                        "networks.paste.onto",
                                        each -> (each.list() == null ? target : each.list()).id()),
                                78),
                        column(
                                "networks.paste.comment",
                                each -> words(
                                        each.entry().comment(), each.entry().owner()))));
        found.setPlaceholder(Styles.wrapped(texts.get("networks.paste.none"), Styles.MUTED));
        table(refused, "paste-refused");
        refused.getColumns()
                .setAll(List.of(
                        fixed(column("networks.paste.line", each -> Integer.toString(each.line())), NUMBER),
                        fixed(column("networks.paste.text", Refusal::text), 170),
                        column("networks.paste.reason", Refusal::reason)));
        refused.setMinHeight(REFUSED);
        refused.setPrefHeight(REFUSED);
        VBox.setVgrow(found, Priority.ALWAYS);
        node = Styles.with(new VBox(foundTitle, found, refusedTitle, refused), "paste-preview");
        show(null);
    }

    VBox node() {
        return node;
    }

    /** Takes the list for networks that the text puts on none. */
    void target(@Nullable NetworkList list) {
        target = list == null ? NetworkList.INTERNAL : list;
        found.refresh();
    }

    void show(@Nullable ListText text) {
        if (text == null) {
            found.getItems().clear();
            refused.getItems().clear();
        } else {
            found.getItems().setAll(text.networks());
            refused.getItems().setAll(text.refused());
        }
        foundTitle.setText(texts.count("networks.paste.found", found.getItems().size()));
        refusedTitle.setText(
                texts.count("networks.paste.refused", refused.getItems().size()));
        boolean any = !refused.getItems().isEmpty();
        refused.setVisible(any);
        refused.setManaged(any);
        refusedTitle.setVisible(any);
        refusedTitle.setManaged(any);
    }

    private static String words(String comment, String owner) {
        return owner.isEmpty() || comment.isEmpty() ? owner + comment : owner + ", " + comment;
    }

    private void table(TableView<?> table, String id) {
        table.setId(id);
        table.getStyleClass().addAll("dense-table", "paste-table");
        table.setAccessibleText(texts.get("networks.paste.title"));
        table.setFixedCellSize(LINE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private <T> TableColumn<T, String> column(String key, Function<T, String> of) {
        TableColumn<T, String> column = new TableColumn<>(texts.get(key));
        column.setId(key.substring(key.lastIndexOf('.') + 1));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(of.apply(each.getValue())));
        column.setCellFactory(_ -> new Words<>());
        return column;
    }

    private static <T> TableColumn<T, String> fixed(TableColumn<T, String> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /** A text, whole in the tooltip where there is no room for it. */
    private static final class Words<T> extends TableCell<T, String> {

        Words() {
            getStyleClass().add("dense-cell");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
