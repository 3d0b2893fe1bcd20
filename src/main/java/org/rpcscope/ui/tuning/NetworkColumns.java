package org.rpcscope.ui.tuning;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.HBox;
import org.rpcscope.detect.Coverage;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The columns of the networks panel. */
final class NetworkColumns {

    private static final double NETWORK = 256;
    private static final double OWNER = 96;
    private static final double NUMBER = 80;
    private static final double TURN = 92;

    private final TuningModel model;
    private final Texts texts;

    NetworkColumns(TuningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    List<TreeTableColumn<NetworkNode, NetworkNode>> all() {
        return List.of(
                fixed(column("network", () -> new NetworkNameCell(model, texts)), NETWORK),
                column("comment", () -> new NetworkNoteCell(model, texts)),
                fixed(column("owner", () -> new Owner(model, texts)), OWNER),
                number("hosts", Coverage::hosts),
                number("sessions", Coverage::sessions),
                number("flagged", Coverage::flagged),
                right(fixed(column("turn", () -> new Turned(texts)), TURN)));
    }

    private TreeTableColumn<NetworkNode, NetworkNode> column(String id, Supplier<NetworkCell> cell) {
        Label title = new Label(texts.get("networks.column." + id));
        title.setTooltip(new Tooltip(texts.get("networks.column." + id + ".words")));
        TreeTableColumn<NetworkNode, NetworkNode> column = new TreeTableColumn<>();
        column.setGraphic(title);
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                each -> new ReadOnlyObjectWrapper<>(each.getValue().getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private TreeTableColumn<NetworkNode, NetworkNode> number(String id, ToIntFunction<Coverage> of) {
        return right(fixed(column(id, () -> new Count(of)), NUMBER));
    }

    private static TreeTableColumn<NetworkNode, NetworkNode> right(TreeTableColumn<NetworkNode, NetworkNode> column) {
        column.getStyleClass().add("number");
        return column;
    }

    private static TreeTableColumn<NetworkNode, NetworkNode> fixed(
            TreeTableColumn<NetworkNode, NetworkNode> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /** A number of what a line covers. */
    private static final class Count extends NetworkCell {
        private final ToIntFunction<Coverage> of;

        Count(ToIntFunction<Coverage> of) {
            super(Styles.MONO, "number");
            this.of = of;
        }

        @Override
        void show(NetworkRow row, Subscriptions following) {
            following.now(
                    row.coverage(),
                    coverage -> number(coverage == null ? null : Amounts.count(of.applyAsInt(coverage)), Amounts.NONE));
        }

        @Override
        void show(NetworkList list) {}
    }

    /** Whose a network is. */
    private static final class Owner extends NetworkCell {
        private final TuningModel model;
        private final Texts texts;

        Owner(TuningModel model, Texts texts) {
            this.model = model;
            this.texts = texts;
        }

        @Override
        void show(NetworkRow row, Subscriptions following) {
            following.now(row.entry(), entry -> {
                boolean asks = entry.owner().isEmpty() && row.list() == NetworkList.PARTNER;
                setGraphic(
                        asks ? Styles.label(texts.get("networks.owner.prompt"), "prompt") : new Label(entry.owner()));
            });
        }

        @Override
        void show(NetworkList list) {}

        @Override
        Field typed() {
            return new NetworkFields(model, texts).owner();
        }
    }

    /** What switching a line would change; in red where confirmed sessions would no longer be flagged. */
    private static final class Turned extends NetworkCell {
        private final Texts texts;

        Turned(Texts texts) {
            super(Styles.MONO, "number");
            this.texts = texts;
        }

        @Override
        void show(NetworkRow row, Subscriptions following) {
            following.now(row.turn(), turn -> {
                if (turn == null) {
                    setGraphic(Styles.label(Amounts.NONE, Styles.MUTED));
                    return;
                }
                HBox line = Styles.with(new HBox(), "network-line", "number");
                if (turn.added() > 0) {
                    line.getChildren()
                            .add(Styles.label("+" + Amounts.count(turn.added()), Styles.DANGER, Styles.STRONG));
                }
                if (turn.removed() > 0) {
                    String style = turn.confirmed() > 0 ? Styles.DANGER : Styles.GOOD;
                    line.getChildren().add(Styles.label("−" + Amounts.count(turn.removed()), style, Styles.STRONG));
                }
                if (line.getChildren().isEmpty()) {
                    line.getChildren().add(Styles.label("0", Styles.MUTED));
                }
                String words = texts.get(
                        row.entry().get().enabled() ? "networks.turn.off" : "networks.turn.on",
                        Amounts.count(turn.added()),
                        Amounts.count(turn.removed()),
                        Amounts.count(turn.confirmed()));
                Tooltip.install(line, new Tooltip(words));
                line.setAccessibleText(words);
                setGraphic(line);
            });
        }

        @Override
        void show(NetworkList list) {}
    }
}
