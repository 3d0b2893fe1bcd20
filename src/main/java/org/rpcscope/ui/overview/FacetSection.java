package org.rpcscope.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Topic;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The values of one topic under its name, which opens and closes them. */
final class FacetSection {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Topic topic;
    private final Narrowing narrowing;
    private final Texts texts;
    private final Button title;
    private final Label different = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final VBox rows = new VBox();
    private final Button more;
    private final List<FacetRow> spare = new ArrayList<>();
    private final VBox node;

    /**
     * @param opens opens or closes it
     * @param looks shows all values, beside the node given
     */
    FacetSection(Topic topic, Narrowing narrowing, Texts texts, Runnable opens, Consumer<Node> looks) {
        this.topic = topic;
        this.narrowing = narrowing;
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String name = texts.get("facet." + topic.label());
        HBox words = new HBox(Styles.label(name, Styles.SECTION), space, different);
        title = Styles.with(new Button(null, words), "facet-title");
        title.setId("facet-" + topic.label());
        title.setAccessibleText(name);
        title.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(title.widthProperty().subtract(24));
        title.setOnAction(_ -> opens.run());
        more = Styles.with(new Button(), "facet-more", Styles.SMALL);
        more.setAccessibleRole(AccessibleRole.BUTTON);
        more.setOnAction(_ -> looks.accept(more));
        more.setMaxWidth(Double.MAX_VALUE);
        node = Styles.with(new VBox(title), "facet");
    }

    Node node() {
        return node;
    }

    Topic topic() {
        return topic;
    }

    /** Leaves the name alone. */
    void close() {
        node.getChildren().setAll(title);
        different.setText("");
        title.pseudoClassStateChanged(OPEN, false);
    }

    /** Shows the most frequent values; rows are used again, since counts change with each key that is typed. */
    void show(Facet facet, String filter) {
        Set<String> chosen = FilterEdit.values(filter, topic.field());
        int most = facet.values().isEmpty() ? 1 : facet.values().getFirst().sessions();
        while (spare.size() < facet.values().size()) {
            spare.add(new FacetRow(topic, narrowing, texts));
        }
        for (int i = 0; i < facet.values().size(); i++) {
            Facet.Value value = facet.values().get(i);
            boolean asked = chosen.contains(value.text().toLowerCase(Locale.ROOT));
            spare.get(i).show(value, (double) value.sessions() / most, asked);
        }
        rows.getChildren().setAll(spare.subList(0, facet.values().size()));
        if (facet.values().isEmpty()) {
            rows.getChildren().setAll(Styles.label(texts.get("facets.none"), "facet-none", Styles.MUTED, Styles.SMALL));
        }
        different.setText(facet.different() > 1 ? Amounts.count(facet.different()) : "");
        title.pseudoClassStateChanged(OPEN, true);
        boolean hidden = facet.different() > facet.values().size();
        more.setText(texts.get(
                "facets.more", Amounts.count(facet.different() - facet.values().size())));
        node.getChildren().setAll(hidden ? List.of(title, rows, more) : List.of(title, rows));
    }
}
