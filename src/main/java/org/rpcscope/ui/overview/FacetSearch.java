package org.rpcscope.ui.overview;

import java.util.Locale;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Topic;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The values of a topic to look through: the most frequent of those that hold what is typed. */
final class FacetSearch {

    private final Topic topic;
    private final OverviewController controller;
    private final Narrowing narrowing;
    private final Texts texts;
    private final TextField part = new TextField();
    private final ListView<Facet.Value> list = new ListView<>();
    private final VBox node = Styles.with(new VBox(part, list), "facet-search");
    private int most = 1;

    FacetSearch(Topic topic, OverviewController controller, Narrowing narrowing, Texts texts) {
        this.topic = topic;
        this.controller = controller;
        this.narrowing = narrowing;
        this.texts = texts;
        part.setId("facet-search");
        part.setPromptText(texts.get("facets.search"));
        part.setAccessibleText(texts.get("facets.search"));
        part.textProperty().subscribe(this::search);
        list.setId("facet-values");
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Styles.label(texts.get("facets.none"), Styles.MUTED));
    }

    Node node() {
        return node;
    }

    private void search(String text) {
        controller.search(topic, text.strip(), facet -> {
            most = facet.values().isEmpty() ? 1 : facet.values().getFirst().sessions();
            list.getItems().setAll(facet.values());
        });
    }

    private final class Cell extends ListCell<Facet.Value> {
        private final FacetRow row = new FacetRow(topic, narrowing, texts);

        Cell() {
            row.addEventHandler(ActionEvent.ACTION, _ -> list.refresh());
            row.setFocusTraversable(false);
            row.prefWidthProperty().bind(list.widthProperty().subtract(34));
        }

        @Override
        protected void updateItem(Facet.@Nullable Value value, boolean empty) {
            super.updateItem(value, empty);
            setText(null);
            if (value == null || empty) {
                setGraphic(null);
                return;
            }
            Set<String> chosen = FilterEdit.values(narrowing.text().getValue(), topic.field());
            row.show(
                    value,
                    (double) value.sessions() / most,
                    chosen.contains(value.text().toLowerCase(Locale.ROOT)));
            setGraphic(row);
        }
    }
}
