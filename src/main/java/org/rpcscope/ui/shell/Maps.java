package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.PngPicture;
import org.rpcscope.net.Cidr;
import org.rpcscope.ui.addressmap.AddressMapView;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.graph.GraphView;
import org.rpcscope.ui.sessions.FilterModel;

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
        public void narrow(GraphView.Narrow how, NodeKey node) {
            FilterModel filter = features.table().model().filter();
            String value = value(node);
            if (value != null) {
                switch (how) {
                    case INCLUDE -> filter.include(Field.ADDRESS, value);
                    case EXCLUDE -> filter.exclude(Field.ADDRESS, value);
                    case ONLY -> Maps.this.only(value);
                }
            }
        }

        @Override
        public void between(NodeKey from, NodeKey to) {
            String source = value(from);
            String destination = value(to);
            FilterModel filter = features.table().model().filter();
            if (source != null) {
                filter.replace(Field.SOURCE, source);
            }
            if (destination != null) {
                filter.replace(Field.DESTINATION, destination);
            }
        }

        /** What a filter says for a node; a role is no filter. */
        private @Nullable String value(NodeKey node) {
            return switch (node) {
                case NodeKey.Host host -> host.address().toString();
                case NodeKey.Network network -> network.cidr().toString();
                case NodeKey.Role _ -> null;
            };
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

        @Override
        public void export(Image picture) {
            Path chosen = picker.save(texts.get("graph.save"), null, "graph." + PngPicture.EXTENSION);
            if (chosen != null) {
                features.graph().controller().save(chosen, picture);
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
            FilterModel filter = features.table().model().filter();
            filter.replace(Field.ADDRESS, networks.getFirst().toString());
            networks.stream().skip(1).forEach(network -> filter.toggle(Field.ADDRESS, network.toString()));
        }
    }
}
