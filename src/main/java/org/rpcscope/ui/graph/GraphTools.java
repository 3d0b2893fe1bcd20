package org.rpcscope.ui.graph;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.View;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What stands above the graph: the arrangement, the groups, the search, the path, the table and the files. */
final class GraphTools {

    private final GraphModel model;
    private final Texts texts;
    private final Subscriptions subscriptions;
    private final HBox node;

    /**
     * @param find hears what the analyst looks for
     * @param picture is asked for a picture as a file
     */
    GraphTools(
            GraphModel model,
            Texts texts,
            Subscriptions subscriptions,
            Consumer<String> find,
            GraphView.Wishes wishes,
            Runnable picture) {
        this.model = model;
        this.texts = texts;
        this.subscriptions = subscriptions;
        HBox both = new HBox(arrangement(GraphModel.Arrangement.COLUMNS), arrangement(GraphModel.Arrangement.FORCES));
        both.setAlignment(Pos.CENTER_LEFT);
        TextField search = new TextField();
        search.setId("graph-search");
        search.setPromptText(texts.get("graph.search"));
        search.setAccessibleText(texts.get("graph.search"));
        search.setOnAction(_ -> find.accept(search.getText()));
        ToggleButton follow = new ToggleButton(texts.get("graph.follow"));
        follow.setId("graph-follow");
        follow.setTooltip(new Tooltip(texts.get("graph.follow.words")));
        follow.selectedProperty().bindBidirectional(model.following());
        ToggleButton asTable = new ToggleButton(texts.get("graph.as-table"));
        asTable.setId("graph-as-table");
        asTable.selectedProperty().bindBidirectional(model.asTable());
        ToggleButton choosing = new ToggleButton();
        choosing.setId("graph-choosing");
        choosing.setTooltip(new Tooltip(texts.get("graph.choosing.words")));
        choosing.selectedProperty().bindBidirectional(model.choosing());
        subscriptions.now(
                model.view(),
                view -> choosing.setText(
                        view.hidden().isEmpty()
                                ? texts.get("graph.choosing")
                                : texts.get(
                                        "graph.choosing.hidden",
                                        Amounts.count(view.hidden().size()))));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = Styles.with(
                new HBox(both, groups(), choosing, search, follow, space, asTable, export(wishes, picture)),
                "graph-tools");
        node.setAlignment(Pos.CENTER_LEFT);
        for (Region button : List.of(both, choosing, follow, asTable)) {
            button.setMinWidth(Region.USE_PREF_SIZE); // where it is narrow the search field gives way
        }
        search.setMinWidth(60);
    }

    Node node() {
        return node;
    }

    private ComboBox<View.GroupBy> groups() {
        ComboBox<View.GroupBy> groups = new ComboBox<>();
        groups.setId("graph-group");
        groups.setAccessibleText(texts.get("graph.group"));
        groups.getItems().setAll(View.GroupBy.values());
        groups.setConverter(
                new ShownAs<>(group -> texts.get("graph.group." + group.name().toLowerCase(Locale.ROOT))));
        groups.setValue(model.view().get().groupBy());
        groups.valueProperty()
                .subscribe((_, group) -> model.view().set(model.view().get().groupedBy(group)));
        return groups;
    }

    private MenuButton export(GraphView.Wishes wishes, Runnable picture) {
        MenuButton export = new MenuButton(texts.get("graph.export"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setId("graph-export");
        MenuItem png = new MenuItem(texts.get("graph.export.png"));
        png.setOnAction(_ -> picture.run());
        export.getItems().add(png);
        for (GraphFile kind : GraphFile.values()) {
            MenuItem item = new MenuItem(texts.get("graph.export." + kind.extension()));
            item.setOnAction(_ -> wishes.export(kind));
            export.getItems().add(item);
        }
        return export;
    }

    private ToggleButton arrangement(GraphModel.Arrangement which) {
        String key = "graph.arrangement." + which.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId("graph-" + which.name().toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(texts.get(key + ".words")));
        button.setOnAction(_ -> model.arrangement().set(which));
        subscriptions.now(model.arrangement(), now -> button.setSelected(now == which));
        return button;
    }
}
