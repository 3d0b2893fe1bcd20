package org.rpcscope.ui.overview;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Topic;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** One value of a topic: a bar as long as its share, its text, its count. Pressing it narrows by it. */
final class FacetRow extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Topic topic;
    private final Texts texts;
    private final Label word = new Label();
    private final Label number = Styles.label("", Styles.MUTED, Styles.MONO);
    private final Region bar = Styles.with(new Region(), "facet-bar");
    private final StackPane line;
    private Facet.@Nullable Value value;

    FacetRow(Topic topic, Narrowing narrowing, Texts texts) {
        this.topic = topic;
        this.texts = texts;
        getStyleClass().setAll("facet-row");
        if (isAddress(topic)) {
            word.getStyleClass().add(Styles.MONO);
        }
        word.setMinWidth(20);
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox words = Styles.with(new HBox(word, space, number), "facet-words");
        line = new StackPane(bar, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty());
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setOnAction(_ -> with(narrowing::toggle));
        setContextMenu(new ContextMenu(
                item("filter.include", narrowing::include),
                item("filter.exclude", narrowing::exclude),
                item("filter.only", narrowing::only)));
    }

    private interface Change {
        void of(Field field, String value);
    }

    private MenuItem item(String key, Change change) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> with(change));
        item.setId(key);
        return item;
    }

    private void with(Change change) {
        Facet.Value now = value;
        if (now != null) {
            change.of(topic.field(), now.text());
        }
    }

    /**
     * Shows a value.
     *
     * @param share of the longest bar, up to 1
     * @param chosen whether the filter asks for it
     */
    void show(Facet.Value next, double share, boolean chosen) {
        if (!next.equals(value)) {
            value = next;
            String text = shown(topic, next.text());
            word.setText(text);
            word.setGraphic(topic == Topic.TIER ? new Mark(text) : null);
            number.setText(Amounts.count(next.sessions()));
            setTooltip(text.length() > 16 ? new Tooltip(next.text()) : null);
            setAccessibleText(texts.count("facets.sessions", next.sessions()) + ": " + text);
            String term = topic.field().label() + ":" + text;
            getContextMenu().getItems().forEach(item -> item.setText(texts.get(item.getId(), term)));
        }
        bar.maxWidthProperty().unbind();
        bar.maxWidthProperty().bind(line.widthProperty().multiply(share));
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private static boolean isAddress(Topic topic) {
        return switch (topic) {
            case SOURCE, DESTINATION, SOURCE_NETWORK, DESTINATION_NETWORK, PORT -> true;
            default -> false;
        };
    }

    /** Of a path the last name: the folders are in the tool tip. */
    private static String shown(Topic topic, String text) {
        int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
        return topic == Topic.INPUT && slash >= 0 && slash < text.length() - 1 ? text.substring(slash + 1) : text;
    }
}
