package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The panel in which the boundary and the rules are changed, with the effect beside it. JavaFX thread only. */
public final class TuningView implements AutoCloseable {

    private final TuningModel model;
    private final Texts texts;
    private final BorderPane node = Styles.with(new BorderPane(), "tuning");
    private final NetworksView networks;
    private final ThresholdsView thresholds;
    private final EffectView effect;
    private final Subscriptions subscriptions = new Subscriptions();
    private Tab chosen;

    /**
     * A further tab of the panel.
     *
     * @param title the key of its name
     * @param shown hears whether somebody looks at it
     */
    public record Tab(String title, Node node, Consumer<Boolean> shown) {}

    /** The panel with the networks, and more tabs behind them. */
    public TuningView(TuningModel model, TuningActions actions, Actions maker, Texts texts, List<Tab> more) {
        this.model = model;
        this.texts = texts;
        node.setId("tuning");
        networks = new NetworksView(model, actions.networks(), maker, texts);
        thresholds = new ThresholdsView(model, texts);
        effect = new EffectView(model, actions.compare(), maker, texts);
        chosen = new Tab("tuning.networks", networks.node(), _ -> {});
        List<Tab> all = new ArrayList<>(more);
        all.add(new Tab("tuning.thresholds", thresholds.node(), model.measuring()::set));
        all.add(new Tab("tuning.effect", effect.node(), model.effects().shown()::set));
        node.setTop(header(actions, maker, all));
        subscriptions.now(model.expanded(), _ -> look());
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            undo(event, actions.undoing().undo(), model::undo);
            undo(event, actions.undoing().redo(), model::redo);
        });
    }

    /** The fields would undo the keys typed into them alone; here one history holds for the whole draft. */
    private static void undo(KeyEvent event, Action action, Runnable step) {
        KeyCombination key = action.key();
        if (event.getTarget() instanceof TextInputControl && key != null && key.match(event)) {
            step.run();
            event.consume();
        }
    }

    public Node node() {
        return node;
    }

    private void look() {
        boolean open = model.expanded().get();
        node.setCenter(open ? chosen.node() : null);
        chosen.shown().accept(open);
    }

    private Node header(TuningActions actions, Actions maker, List<Tab> more) {
        ToggleGroup tabs = new ToggleGroup();
        ToggleButton networkTab = tab(chosen, tabs);
        List<ToggleButton> others = more.stream().map(tab -> tab(tab, tabs)).toList();
        networkTab.setSelected(true);
        ChangeLine line = new ChangeLine(model, texts, subscriptions, side -> {
            model.effects().chosen().set(0);
            model.effects().side().set(side);
            model.effects().tier().set(null);
            others.getLast().fire();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ButtonBase apply = Styles.with(maker.button(actions.apply()), "accent");
        ButtonBase fold = maker.iconButton(actions.show());
        fold.setGraphic(Icon.COLLAPSE.node());
        fold.getStyleClass().add("quiet");
        subscriptions.now(model.expanded(), open -> fold.setGraphic((open ? Icon.COLLAPSE : Icon.EXPAND).node()));
        HBox header = Styles.with(
                new HBox(
                        networkTab,
                        space,
                        line.node(),
                        maker.iconButton(actions.undoing().undo()),
                        maker.iconButton(actions.undoing().redo()),
                        new Separator(Orientation.VERTICAL),
                        maker.iconButton(actions.open()),
                        maker.iconButton(actions.save()),
                        new Separator(Orientation.VERTICAL),
                        maker.button(actions.revert()),
                        apply,
                        fold),
                "panel-header");
        header.getChildren().addAll(1, others);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private ToggleButton tab(Tab content, ToggleGroup group) {
        ToggleButton tab = Styles.with(new ToggleButton(texts.get(content.title())), "tab-button");
        tab.setId(content.title().replace('.', '-'));
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> {
            group.selectToggle(tab); // a click on the chosen one must not release it
            chosen.shown().accept(false);
            chosen = content;
            model.expanded().set(true);
            look();
        });
        return tab;
    }

    @Override
    public void close() {
        subscriptions.close();
        networks.close();
        thresholds.close();
        effect.close();
    }
}
