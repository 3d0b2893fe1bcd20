package org.rpcscope.ui.columns;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** One column of the table, with its name and the choice of its meaning above its values. JavaFX thread only. */
final class MeaningColumn extends TableColumn<List<String>, String> {

    private static final double WIDTH = 190;

    private final int number;
    private final Texts texts;
    private final Label name = Styles.label("", Styles.STRONG);
    private final ComboBox<Meaning> choice = new ComboBox<>();
    private ColumnsModel.@Nullable Opened table;

    MeaningColumn(int number, ColumnsModel model, Texts texts) {
        this.number = number;
        this.texts = texts;
        choice.getItems().setAll(Meaning.values());
        choice.setVisibleRowCount(14);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setId("columns-meaning-" + number);
        choice.setCellFactory(_ -> new MeaningCell());
        choice.setButtonCell(new MeaningCell());
        choice.setOnAction(_ -> {
            if (choice.getValue() != null) {
                model.choose(this.number, choice.getValue());
            }
        });
        setGraphic(Styles.with(new VBox(name, choice), "columns-head"));
        setSortable(false);
        setReorderable(false);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(number)));
        setCellFactory(_ -> new ValueCell());
    }

    void show(ColumnsModel.Opened opened) {
        table = opened;
        Mapping.Column column = opened.mapping().columns().get(number);
        name.setText(column.name());
        choice.setAccessibleText(texts.get("columns.choice", column.name()));
        choice.setValue(column.meaning());
    }

    private final class MeaningCell extends ListCell<Meaning> {
        @Override
        protected void updateItem(@Nullable Meaning meaning, boolean empty) {
            super.updateItem(meaning, empty);
            setText(empty || meaning == null ? null : texts.get("meaning." + meaning.key()));
        }
    }

    private final class ValueCell extends TableCell<List<String>, String> {
        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value);
            boolean fits = empty || value == null || table == null || table.accepts(number, value);
            pseudoClassStateChanged(ColumnsView.UNFIT, !fits);
        }
    }
}
