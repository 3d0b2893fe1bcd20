package org.rpcscope.ui.shell;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.addressmap.AddressMapModel;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.shell.Chosen.By;
import org.rpcscope.ui.tuning.NetworkRow;

/**
 * Lets what is chosen in the table, the graph, the map or the lists of networks be seen in the others. It moves no focus, and
 * narrows nothing: that takes a wish of its own. JavaFX thread only.
 */
record ChosenEverywhere(Features features) {

    void join(Subscriptions subscriptions) {
        Chosen chosen = new Chosen();
        AddressMapModel map = features.map().model();
        subscriptions.now(features.table().model().selection(), selection -> chosen.choose(By.TABLE, about(selection)));
        subscriptions.now(features.graph().model().chosen(), node -> chosen.choose(By.GRAPH, of(node)));
        subscriptions.now(map.chosen(), networks -> chosen.choose(By.MAP, networks));
        subscriptions.now(
                features.tuning().model().networks().chosen(), rows -> chosen.choose(By.LISTS, networks(rows)));
        subscriptions.now(chosen.choice(), this::show);
    }

    private void show(Chosen.Choice choice) {
        features.table().model().marked().set(choice.networks());
        features.graph().model().mark(choice.networks(), choice.by() == By.GRAPH);
        features.tuning().model().networks().marked().set(choice.networks());
        AddressMapModel map = features.map().model();
        map.marked().set(choice.networks());
        if (choice.by() != By.MAP) {
            map.block().set(null);
            // the two ends of a session belong on no list together
            map.chosen()
                    .set(choice.by() == By.TABLE ? List.of() : choice.networks().networks());
        }
    }

    private static List<Cidr> about(SessionsModel.@Nullable Selection selection) {
        if (selection == null) {
            return List.of();
        }
        return selection.about().stream().map(ChosenEverywhere::host).toList();
    }

    private static Cidr host(IpAddress address) {
        return Cidr.around(address, address.isV4() ? 32 : 128);
    }

    /** A role is no network. */
    private static List<Cidr> of(@Nullable NodeKey node) {
        return switch (node) {
            case NodeKey.Host host -> List.of(host(host.address()));
            case NodeKey.Network network -> List.of(network.cidr());
            case NodeKey.Role _ -> List.of();
            case null -> List.of();
        };
    }

    private static List<Cidr> networks(List<NetworkRow> rows) {
        return rows.stream()
                .map(row -> row.entry().get().network())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
