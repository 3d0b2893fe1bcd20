package org.rpcscope.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.rpcscope.cases.Entry;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** What was done to the case, by whom and when, the newest first. JavaFX thread only. */
public final class ActivitySheet {

    private static final double ROW = 24;

    /**
     * The same thing, done so many times one after the other.
     *
     * @param last the newest of them
     */
    record Line(Entry last, int times) {}

    private final TriageController controller;
    private final TableView<Line> table = new TableView<>();
    private final Button done;
    private final Sheet sheet;

    public ActivitySheet(TriageController controller, Texts texts) {
        this.controller = controller;
        table.setId("activity-entries");
        table.setAccessibleText(texts.get("activity.title"));
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("dense-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Styles.label(texts.get("activity.none"), Styles.MUTED));
        column(
                texts.zoned("activity.time"),
                140,
                line -> texts.times().get().minutes(line.last().time()));
        column(texts.get("activity.author"), 110, line -> line.last().author());
        column(texts.get("activity.what"), 470, line -> {
            String text = line.last().text();
            return line.times() == 1 ? text : texts.get("activity.times", text, Amounts.count(line.times()));
        });
        done = Styles.with(new Button(texts.get("activity.done")), "accent");
        done.setId("activity-done");
        done.setDefaultButton(true);
        HBox foot = new HBox(done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox card =
                Styles.with(new VBox(Styles.label(texts.get("activity.title"), "card-title"), table, foot), "activity");
        card.setId("activity");
        sheet = new Sheet(card, this::close);
        done.setOnAction(_ -> close());
    }

    private void column(String title, double width, Function<Line, String> value) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    /** Shows it over the window in which a node stands. */
    public void open(Node owner) {
        sheet.open(owner);
        controller.log(entries -> table.getItems().setAll(lines(entries)));
        done.requestFocus();
    }

    /** Files that are read write an entry each; as one line they leave room for the rest. */
    static List<Line> lines(List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Line before = lines.isEmpty() ? null : lines.getLast();
            if (before != null
                    && before.last().text().equals(entry.text())
                    && before.last().author().equals(entry.author())) {
                lines.set(lines.size() - 1, new Line(before.last(), before.times() + 1));
            } else {
                lines.add(new Line(entry, 1));
            }
        }
        return lines;
    }

    private void close() {
        sheet.close();
    }
}
