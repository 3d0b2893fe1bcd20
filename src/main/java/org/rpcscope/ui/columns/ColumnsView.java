package org.rpcscope.ui.columns;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The dialogue over the dimmed window: the first rows of a table, and over each column what it means. JavaFX thread only. */
public final class ColumnsView implements AutoCloseable {

    static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private static final double WIDTH = 1120;
    private static final double HEIGHT = 560;

    private final ColumnsModel model;
    private final ColumnsController controller;
    private final Texts texts;
    private final FilePicker picker;
    private final Label title = Styles.label("", "card-title");
    private final Label shape = Styles.label("", Styles.MUTED);
    private final Label faults = Styles.wrapped("", "columns-faults");
    private final TableView<List<String>> rows = new TableView<>();
    private final CheckBox dayFirst = new CheckBox();
    private final Button apply = new Button();
    private final StackPane node;
    private final Subscriptions subscriptions = new Subscriptions();

    public ColumnsView(ColumnsModel model, ColumnsController controller, Texts texts, FilePicker picker) {
        this.model = model;
        this.controller = controller;
        this.texts = texts;
        this.picker = picker;
        rows.setId("columns-rows");
        rows.setSelectionModel(null);
        rows.setAccessibleText(texts.get("columns.rows"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        dayFirst.setText(texts.get("columns.day-first"));
        dayFirst.setId("columns-day-first");
        dayFirst.setOnAction(_ -> model.dayFirst(dayFirst.isSelected()));
        faults.setId("columns-faults");
        faults.setGraphic(Icon.WARNING.node());
        VBox card = Styles.with(
                new VBox(
                        title,
                        Styles.wrapped(texts.get("columns.hint"), Styles.MUTED),
                        rows,
                        new HBox(shape, space(), dayFirst),
                        faults,
                        buttons()),
                "card",
                "columns-card");
        card.setMaxSize(WIDTH, HEIGHT);
        node = Styles.with(new StackPane(card), "veil");
        node.setId("columns-dialog");
        subscriptions.now(model.opened(), this::show);
    }

    public Node node() {
        return node;
    }

    /** Whether the dialogue is open. */
    public ObservableValue<Boolean> open() {
        return model.opened().map(_ -> true).orElse(false);
    }

    /** Sets the focus where the analyst goes on. */
    public void focus() {
        apply.requestFocus();
    }

    private HBox buttons() {
        Button guess = new Button(texts.get("columns.guess"), Icon.UNDO.node());
        guess.setId("columns-guess");
        guess.setOnAction(_ -> model.guessAgain());
        Button save = new Button(texts.get("columns.save"), Icon.SAVE.node());
        save.setId("columns-save");
        save.setOnAction(_ -> save());
        Button cancel = new Button(texts.get("columns.cancel"));
        cancel.setId("columns-cancel");
        cancel.setOnAction(_ -> controller.cancel());
        Styles.with(apply, "accent");
        apply.setText(texts.get("columns.apply"));
        apply.setId("columns-apply");
        apply.setOnAction(_ -> controller.apply());
        return Styles.with(new HBox(guess, save, space(), cancel, apply), "columns-buttons");
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void save() {
        Path file = picker.save(texts.get("columns.save.title"), null, texts.get("columns.save.name"));
        if (file != null) {
            controller.export(file);
        }
    }

    private void show(ColumnsModel.Opened table) {
        if (table == null) {
            rows.getColumns().clear();
            rows.getItems().clear();
            return;
        }
        Mapping mapping = table.mapping();
        String name = table.input().name();
        title.setText(texts.get(
                "columns.title", name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)));
        shape.setText(shape(mapping.shape()));
        dayFirst.setSelected(mapping.dayFirst());
        if (rows.getColumns().size() != mapping.columns().size()) {
            rows.getColumns().clear();
            for (int i = 0; i < mapping.columns().size(); i++) {
                rows.getColumns().add(new MeaningColumn(i, model, texts));
            }
        }
        rows.getColumns().forEach(column -> ((MeaningColumn) column).show(table));
        rows.getItems().setAll(table.guess().rows());
        faults(table);
    }

    private void faults(ColumnsModel.Opened table) {
        String missing = table.mapping().faults().stream()
                .map(fault -> texts.get("columns.fault." + Faults.key(fault)))
                .collect(Collectors.joining(" "));
        long unfit = table.unfit();
        String words = unfit == 0 ? missing : (missing + " " + texts.count("columns.unfit", unfit)).strip();
        faults.setText(words);
        faults.setVisible(!words.isEmpty());
        apply.setDisable(!table.mapping().faults().isEmpty());
    }

    private String shape(Mapping.Shape shape) {
        if (shape.json()) {
            return texts.get("columns.json");
        }
        String separator = shape.separator() == '\t' ? texts.get("columns.tab") : String.valueOf(shape.separator());
        return texts.get(shape.header() ? "columns.headed" : "columns.plain", separator);
    }

    @Override
    public void close() {
        subscriptions.close();
        rows.getItems().clear();
    }
}
