package org.rpcscope.ui.addressmap;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.addressmap.Icicle;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.job.JobRunner;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Reason;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The map, the icicle, and what is chosen on them. JavaFX thread only. */
public final class AddressMapView implements AutoCloseable {

    private static final double SIDE = 340;
    private static final double ICICLE = 150;

    private final AddressMapModel model;
    private final Texts texts;
    private final MapCanvas map;
    private final IcicleView icicle;
    private final NetworkTable table;
    private final ChoicePane choice;
    private final BorderPane node = Styles.with(new BorderPane(), "address-map");
    private final Label under = Styles.label("", Styles.SMALL);
    private final Label shown = Styles.label("", Styles.STRONG, Styles.MONO);
    private final Subscriptions subscriptions = new Subscriptions();

    /** What the map asks of the window. JavaFX thread. */
    public interface Wishes {
        /** The networks are to be put on a list, as a draft. */
        void assign(List<Cidr> networks, String list);

        /** The table is to list the sessions of the networks alone. */
        void only(List<Cidr> networks);
    }

    /** @param failures hears of defects in a painting */
    public AddressMapView(
            AddressMapModel model,
            JobRunner runner,
            FxThread fx,
            Texts texts,
            Wishes wishes,
            Consumer<Throwable> failures) {
        this.model = model;
        this.texts = texts;
        this.map = new MapCanvas(model, runner, fx, failures);
        this.icicle = new IcicleView(model);
        this.table = new NetworkTable(model, texts);
        this.choice = new ChoicePane(model, wishes, texts);
        node.setId("address-map");
        map.setId("map-canvas");
        map.setAccessibleText(texts.get("map.accessible"));
        icicle.setId("map-icicle");
        icicle.setMinHeight(ICICLE);
        icicle.setPrefHeight(ICICLE);
        icicle.setAccessibleText(texts.get("map.v6.accessible"));
        Label heading = Styles.label("", Styles.SECTION, "map-heading");
        subscriptions.now(
                model.root(),
                root -> heading.setText(
                        root.length() == 0 ? texts.get("map.v6") : texts.get("map.v6.within", root.toString())));
        VBox side = new VBox(choice.node(), heading, Styles.with(new StackPane(icicle), "drawn"));
        VBox.setVgrow(choice.node(), Priority.ALWAYS);
        side.getStyleClass().add("map-side");
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        node.setTop(tools());
        node.setCenter(Styles.with(new StackPane(map, table.node()), "drawn"));
        node.setRight(side);
        node.setBottom(Styles.with(new HBox(under), "map-footer"));
        subscriptions.now(model.viewport(), this::show);
        subscriptions.now(model.asTable(), on -> table.node().setVisible(on));
        map.setOnMouseMoved(this::point);
        icicle.setOnMouseMoved(this::pointAtIcicle);
    }

    public Node node() {
        return node;
    }

    private Node tools() {
        Button farther = new Button(texts.get("map.farther"));
        farther.setId("map-farther");
        farther.setOnAction(_ -> map.farther());
        farther.disableProperty()
                .bind(model.viewport().map(viewport -> viewport.network().length() == 0));
        ToggleButton asTable = new ToggleButton(texts.get("map.as-table"));
        asTable.setId("map-as-table");
        asTable.selectedProperty().bindBidirectional(model.asTable());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox tools = Styles.with(new HBox(farther, shown, space, asTable), "map-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void show(Viewport viewport) {
        shown.setText(texts.get("map.shown", viewport.network().toString(), Integer.toString(viewport.cellLength())));
    }

    private void point(MouseEvent event) {
        AddressMapModel.Cell cell = map.cellAt(event.getX(), event.getY());
        if (cell == null) {
            under.setText("");
        } else {
            tell(model.viewport().get().cell(cell.column(), cell.row()));
        }
    }

    private void pointAtIcicle(MouseEvent event) {
        Icicle.Block block = icicle.blockAt(event.getX(), event.getY());
        Cidr network = block == null ? null : block.network();
        if (network != null) {
            tell(network);
        } else {
            under.setText(block == null ? "" : texts.count("map.narrow", block.hidden()));
        }
    }

    private void tell(Cidr network) {
        var count = model.counts().get().in(network);
        Reason reason = model.networks().get().reason(network.network());
        if (count.hosts() == 0) {
            under.setText(texts.get(
                    "map.under.nothing", network.toString(), reason.zone().label(), reason.text()));
            return;
        }
        under.setText(texts.get(
                "map.under",
                network.toString(),
                texts.count("map.hosts", count.hosts()),
                texts.count("map.sessions", count.sessions()),
                Amounts.count(count.flagged()),
                reason.zone().label(),
                reason.text()));
    }

    @Override
    public void close() {
        subscriptions.close();
        map.close();
        icicle.close();
        table.close();
        choice.close();
    }
}
