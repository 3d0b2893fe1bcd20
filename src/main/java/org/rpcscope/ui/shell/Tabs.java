package org.rpcscope.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;

/** The centre of the window: one view at a time, each made when its tab is first chosen. JavaFX thread only. */
final class Tabs implements AutoCloseable {

    /**
     * A view of the centre.
     *
     * @param tools what stands at the end of the row of tabs while it is shown
     * @param close takes it down
     */
    record Content(Node node, List<Node> tools, Runnable close) {}

    private final Function<Tab, Content> views;
    private final Map<Tab, Content> made = new EnumMap<>(Tab.class);
    private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane content = new StackPane();
    private final HBox tools = Styles.with(new HBox(), "tab-tools");
    private final VBox node;
    private final Subscriptions subscriptions = new Subscriptions();

    /**
     * @param actions what chooses each tab
     * @param views makes the view of a tab
     */
    Tabs(ObjectProperty<Tab> chosen, Map<Tab, Action> actions, Actions maker, Function<Tab, Content> views) {
        this.views = views;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = Styles.with(new HBox(), "tab-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Tab tab : Tab.values()) {
            Action action = Objects.requireNonNull(actions.get(tab));
            row.getChildren().add(button(tab, action, maker));
        }
        row.getChildren().addAll(space, tools);
        tools.setAlignment(Pos.CENTER_RIGHT);
        VBox.setVgrow(content, Priority.ALWAYS);
        node = new VBox(row, content);
        subscriptions.now(chosen, this::show);
    }

    private ToggleButton button(Tab tab, Action action, Actions maker) {
        ToggleButton button = Styles.with(new ToggleButton(maker.label(action)), "tab-button");
        button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setTooltip(new Tooltip(maker.hint(action)));
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            group.selectToggle(button); // a second click must not release it
            action.fire();
        });
        buttons.put(tab, button);
        return button;
    }

    Region node() {
        return node;
    }

    private void show(Tab tab) {
        group.selectToggle(buttons.get(tab));
        Content view = made.computeIfAbsent(tab, views);
        Node wanted = view.node();
        tools.getChildren().setAll(view.tools());
        if (!content.getChildren().contains(wanted)) {
            content.getChildren().add(wanted);
        }
        for (Node one : content.getChildren()) {
            one.setVisible(one == wanted);
            one.setManaged(one == wanted);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        made.values().forEach(view -> view.close().run());
    }
}
