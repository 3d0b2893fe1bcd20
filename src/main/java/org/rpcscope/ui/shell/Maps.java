package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rpcscope.filter.Field;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.net.Cidr;
import org.rpcscope.ui.addressmap.AddressMapView;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.graph.GraphView;

/** Joins the graph and the map of addresses with the rest of the window. JavaFX thread only. */
record Maps(
        Engine engine,
        Features features,
        FxThread fx,
        FilePicker picker,
        Texts texts,
        Clip clip,
        Consumer<Throwable> failures) {

    Tabs.Content graph() {
        GraphView view = new GraphView(
                features.graph().model(),
                features.graph().controller(),
                engine.runner(),
                fx,
                texts,
                new GraphWishes(),
                failures);
        return new Tabs.Content(view.node(), List.of(), view::close);
    }

    Tabs.Content map() {
        AddressMapView view =
                new AddressMapView(features.map().model(), engine.runner(), fx, texts, new MapWishes(), failures);
        return new Tabs.Content(view.node(), List.of(), view::close);
    }

    private void only(String address) {
        features.table().model().filter().replace(Field.ADDRESS, address);
    }

    /** What is asked for in the graph. */
    private final class GraphWishes implements GraphView.Wishes {

        @Override
        public void only(NodeKey node) {
            switch (node) {
                case NodeKey.Host host -> Maps.this.only(host.address().toString());
                case NodeKey.Network network -> Maps.this.only(network.cidr().toString());
                case NodeKey.Role _ -> {} // a role is no filter
            }
        }

        @Override
        public void copy(String text) {
            clip.copy(text);
        }

        @Override
        public void export(GraphFile kind) {
            Path chosen = picker.save(texts.get("graph.save"), null, "graph." + kind.extension());
            if (chosen != null) {
                features.graph().controller().save(chosen, kind);
            }
        }
    }

    /** What is asked for on the map. */
    private final class MapWishes implements AddressMapView.Wishes {

        @Override
        public void assign(List<Cidr> networks, String list) {
            features.tuning().model().put(list, networks);
        }

        @Override
        public void only(List<Cidr> networks) {
            if (networks.size() == 1) {
                Maps.this.only(networks.getFirst().toString());
            }
        }
    }
}
