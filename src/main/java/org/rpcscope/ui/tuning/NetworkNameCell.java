package org.rpcscope.ui.tuning;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;
import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The network of a line with its switch, or the name of a list with the button that adds a line. */
final class NetworkNameCell extends NetworkCell {

    private static final double SWITCH = 30;

    private final TuningModel model;
    private final Texts texts;

    NetworkNameCell(TuningModel model, Texts texts) {
        super("network-name");
        this.model = model;
        this.texts = texts;
    }

    @Override
    void show(NetworkRow row, Subscriptions following) {
        ToggleSwitch enabled = new ToggleSwitch();
        enabled.setMinWidth(SWITCH);
        enabled.setPrefWidth(SWITCH);
        enabled.setFocusTraversable(false); // Space in the row does the same
        enabled.setAccessibleText(texts.get("networks.enabled"));
        Label cidr = Styles.label("", Styles.MONO);
        cidr.setTooltip(new Tooltip());
        following.now(row.entry(), entry -> {
            enabled.setSelected(entry.enabled());
            cidr.setText(entry.cidr().isEmpty() ? texts.get("networks.empty") : entry.cidr());
            Cidr network = entry.network();
            cidr.getTooltip().setText(network == null ? "" : texts.get("tuning.size", Amounts.size(network.size())));
        });
        enabled.selectedProperty().subscribe((_, on) -> model.enable(row, on));
        setGraphic(Styles.with(new HBox(enabled, cidr), "network-line"));
    }

    @Override
    void show(NetworkList list) {
        Label title = Styles.label(texts.get("tuning." + list.id()), Styles.SECTION);
        Label count = Styles.label(Amounts.count(model.rows(list).size()), Styles.MUTED, Styles.SMALL);
        Button add = Styles.with(new Button(texts.get("tuning.add"), Icon.ADD.node()), "add");
        add.setId("add-" + list.id());
        add.setTooltip(new Tooltip(texts.get("tuning." + list.id() + ".hint")));
        add.setAccessibleText(texts.get("tuning." + list.id() + ".hint"));
        add.setFocusTraversable(false); // Insert in the tree does the same
        add.setOnAction(_ -> model.networks().add(list));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        setGraphic(Styles.with(new HBox(title, count, space, add), "network-line"));
    }

    @Override
    Field typed() {
        return new NetworkFields(model, texts).network();
    }
}
