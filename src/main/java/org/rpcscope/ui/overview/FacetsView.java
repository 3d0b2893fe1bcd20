package org.rpcscope.ui.overview;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Topic;
import org.rpcscope.ui.fx.Popovers;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The facets, one under the other. JavaFX thread only. */
public final class FacetsView implements AutoCloseable {

    private final OverviewModel model;
    private final Map<Topic, FacetSection> sections;
    private final ScrollPane node;
    private final Subscriptions subscriptions = new Subscriptions();

    public FacetsView(
            OverviewModel model, OverviewController controller, Narrowing narrowing, Texts texts, Popovers popovers) {
        this.model = model;
        List<FacetSection> all = Topic.FACETS.stream()
                .map(topic -> new FacetSection(topic, narrowing, texts, () -> model.toggle(topic), beside -> {
                    FacetSearch search = new FacetSearch(topic, controller, narrowing, texts);
                    popovers.show(beside, texts.get("facet." + topic.label()), search.node());
                }))
                .toList();
        sections = all.stream().collect(Collectors.toMap(FacetSection::topic, Function.identity()));
        VBox column = Styles.with(new VBox(), "facets");
        all.forEach(section -> column.getChildren().add(section.node()));
        node = Styles.with(new ScrollPane(column), "facets-scroll");
        node.setId("facets");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        subscriptions.now(model.shown(), this::show);
        subscriptions.changes(model.open(), () -> show(model.shown().get()));
    }

    public Node node() {
        return node;
    }

    private void show(Overview overview) {
        Map<Topic, Facet> facets =
                overview.facets().stream().collect(Collectors.toMap(Facet::topic, Function.identity()));
        sections.forEach((topic, section) -> {
            Facet facet = facets.get(topic);
            if (!model.open().get().contains(topic)) {
                section.close();
            } else if (facet != null) {
                section.show(facet, overview.filter());
            }
        });
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
