package org.rpcscope.ui.addressmap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Reason;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What is chosen on the map, what is known of it, and where it can be put. JavaFX thread only. */
final class ChoicePane implements AutoCloseable {

    /** Further networks are counted, not named. */
    private static final int NAMED = 6;

    private final AddressMapModel model;
    private final AddressMapView.Wishes wishes;
    private final Texts texts;
    private final VBox node = Styles.with(new VBox(), "map-choice");
    private final Subscriptions subscriptions = new Subscriptions();

    ChoicePane(AddressMapModel model, AddressMapView.Wishes wishes, Texts texts) {
        this.model = model;
        this.wishes = wishes;
        this.texts = texts;
        node.setId("map-choice");
        subscriptions.now(model.choice(), this::show);
        subscriptions.changes(model.marked(), () -> show(model.choice().get()));
    }

    Node node() {
        return node;
    }

    private void show(AddressMapModel.@Nullable Choice choice) {
        node.getChildren().clear();
        if (choice == null) {
            node.getChildren().addAll(marked());
            node.getChildren().add(Styles.wrapped(texts.get("map.hint"), Styles.MUTED));
            return;
        }
        List<Cidr> networks = choice.networks();
        String names = networks.stream().limit(NAMED).map(Cidr::toString).collect(Collectors.joining("\n"));
        node.getChildren().add(Styles.wrapped(names, Styles.STRONG, Styles.MONO));
        if (networks.size() > NAMED) {
            node.getChildren()
                    .add(Styles.label(texts.get("map.more", Amounts.count(networks.size() - NAMED)), Styles.MUTED));
        }
        node.getChildren()
                .add(Styles.wrapped(texts.get(
                        "map.count",
                        texts.count("map.hosts", choice.count().hosts()),
                        texts.count("map.sessions", choice.count().sessions()),
                        Amounts.count(choice.count().flagged()))));
        node.getChildren().add(Styles.wrapped(choice.reason(), Styles.MUTED));
        for (int i = 0; i < AddressMapController.LISTS.size(); i++) {
            node.getChildren()
                    .add(list(
                            choice,
                            AddressMapController.LISTS.get(i),
                            choice.effects().get(i)));
        }
        Button only = new Button(texts.get("map.only"));
        only.setId("map-only");
        only.setOnAction(_ -> wishes.only(networks));
        node.getChildren().add(only);
    }

    /** What is chosen elsewhere and can be put on no list, such as the ends of a session: each with its zone, and why. */
    private List<Node> marked() {
        List<Node> lines = new ArrayList<>();
        for (Cidr network : model.marked().get().networks()) {
            Reason reason = model.networks().get().reason(network.network());
            lines.add(Styles.wrapped(network.network().toString(), Styles.STRONG, Styles.MONO));
            lines.add(Styles.wrapped(reason.zone().label() + ": " + reason.text(), Styles.MUTED));
        }
        return lines;
    }

    private Node list(AddressMapModel.Choice choice, String list, AddressMapModel.Change change) {
        Button button = new Button(texts.get("map.assign." + list));
        button.setId("map-assign-" + list);
        button.setOnAction(_ -> wishes.assign(choice.networks(), list));
        Label added = Styles.label(
                texts.get("map.added", Amounts.count(change.added())),
                change.added() > 0 ? Styles.DANGER : Styles.MUTED);
        Label removed = Styles.label(
                texts.get("map.removed", Amounts.count(change.removed())),
                change.removed() > 0 ? Styles.GOOD : Styles.MUTED);
        return Styles.with(new HBox(button, added, removed), "map-assign");
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
