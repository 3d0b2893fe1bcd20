package org.rpcscope.ui.tuning;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.Session;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.LazyRows;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The sessions that an edit adds or removes, each with the rules that flag it or would. JavaFX thread only. */
final class EffectTable {

    private static final double ROW = 24;

    private final TableView<Line> table = new TableView<>();

    /** A session of the list; equal by its number and what is said of it. */
    private record Line(int number, Session session, String rules) {}

    private final TableColumn<Line, String> time;
    private final Texts texts;

    EffectTable(Texts texts) {
        this.texts = texts;
        table.setId("effect-sessions");
        table.setAccessibleText(texts.get("tuning.effect.sessions"));
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("dense-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Styles.label(texts.get("tuning.effect.none"), Styles.MUTED));
        TableColumn<Line, String> tier =
                column(texts.get("tuning.effect.tier"), 110, line -> tier(line).label());
        tier.setCellFactory(_ -> new TierCell());
        time = column(
                texts.zoned("tuning.effect.time"),
                180,
                line -> texts.times().get().millis(line.session().start()));
        column(
                texts.get("tuning.effect.source"),
                170,
                line -> line.session().ends().source().toString());
        column(
                texts.get("tuning.effect.destination"),
                170,
                line -> line.session().ends().destination().toString());
        column(
                texts.get("tuning.effect.port"),
                60,
                line -> String.valueOf(line.session().ends().destinationPort()));
        column(texts.get("tuning.effect.rules"), 240, Line::rules);
    }

    /** Times are written in another zone now. */
    void retime() {
        time.setText(texts.zoned("tuning.effect.time"));
        table.refresh();
    }

    private static Tier tier(Line line) {
        return Tier.of(line.session().evidence());
    }

    private TableColumn<Line, String> column(String title, double width, Function<Line, String> value) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private static final class TierCell extends TableCell<Line, String> {
        private final Mark mark = new Mark();

        @Override
        protected void updateItem(@Nullable String tier, boolean empty) {
            super.updateItem(tier, empty);
            setText(empty ? null : tier);
            setGraphic(empty || tier == null ? null : mark);
            if (tier != null) {
                mark.show(tier);
            }
        }
    }

    TableView<?> node() {
        return table;
    }

    /** Lists other sessions; rows are made when they come into view. */
    void show(EffectModel.@Nullable Rows rows) {
        LazyRows<Line> lines = new LazyRows<>();
        if (rows != null) {
            Detection sessions = rows.change().now();
            Detection flagging = rows.change().flagging(rows.side());
            lines.show(rows.sessions().length, index -> line(sessions, flagging, rows.sessions()[index]));
        }
        table.setItems(lines);
    }

    private static Line line(Detection sessions, Detection flagging, int number) {
        String rules =
                flagging.rules(number).stream().map(rule -> rule.info().title()).collect(Collectors.joining(", "));
        return new Line(number, sessions.sessions().session(number), rules);
    }
}
