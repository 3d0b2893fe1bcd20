package org.rpcscope.ui.graph;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Portions.Portion;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** A line of what can be shown and hidden: whether it is shown, what it is, and how many hosts it has. */
final class PortionCell extends ListCell<PortionsPane.Line> {

    private final Texts texts;
    private final CheckBox shown = new CheckBox();
    private final Label name = Styles.label("");
    private final Label zone = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Label hosts = Styles.label("", Styles.MUTED, Styles.MONO);
    private final HBox line;
    private final Label heading = Styles.label("", Styles.SECTION);

    /** @param toggle hears of the portion whose box was clicked */
    PortionCell(Texts texts, Consumer<Portion> toggle) {
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = Styles.with(new HBox(shown, name, zone, space, hosts), "graph-portion");
        line.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(Region.USE_PREF_SIZE);
        shown.setFocusTraversable(false); // the line has the keyboard
        shown.setOnAction(_ -> {
            if (getItem() instanceof PortionsPane.Part(var portion, var _)) {
                toggle.accept(portion);
            }
        });
    }

    @Override
    protected void updateItem(PortionsPane.@Nullable Line item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        switch (item) {
            case null -> setGraphic(null);
            case PortionsPane.Heading(String words) -> {
                heading.setText(words);
                setGraphic(heading);
            }
            case PortionsPane.Part(Portion portion, var _) -> {
                shown.setSelected(portion.shown());
                name.setText(portion.key().label());
                zone.setText(
                        portion.key() instanceof NodeKey.Role
                                ? ""
                                : portion.zone().label());
                hosts.setText(Amounts.count(portion.hosts()));
                setGraphic(line);
                setAccessibleText(texts.get(
                        portion.shown() ? "graph.portion.shown" : "graph.portion.hidden",
                        portion.key().label(),
                        texts.count("graph.hosts", portion.hosts()),
                        texts.count("graph.sessions", portion.sessions()),
                        Amounts.count(portion.flagged())));
            }
        }
    }
}
