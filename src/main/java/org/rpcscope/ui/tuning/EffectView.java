package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * What the draft, each of its edits, or another profile would change: how many sessions and hosts, and which. JavaFX thread
 * only.
 */
final class EffectView implements AutoCloseable {

    private final EffectModel model;
    private final Texts texts;
    private final BorderPane node = Styles.with(new BorderPane(), "effect");
    private final ListView<EffectModel.Step> steps = new ListView<>();
    private final ListView<IpAddress> hosts = new ListView<>();
    private final Label hostsTitle = Styles.label("", Styles.SECTION);
    private final Label warning = Styles.with(Styles.wrapped("", Styles.DANGER, Styles.STRONG), "effect-warning");
    private final EffectTable table;
    private final List<Chip> chips = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean showing; // the list of steps is being filled: its selection is no choice

    /** A button that chooses a side or a tier, and what it counts. */
    private record Chip(
            ToggleButton button,
            Change.@Nullable Side side,
            @Nullable Tier tier) {}

    EffectView(TuningModel tuning, Action compare, Actions maker, Texts texts) {
        this.model = tuning.effects();
        this.texts = texts;
        this.table = new EffectTable(texts);
        node.setId("effect");
        node.setLeft(left(maker.button(compare)));
        node.setCenter(middle());
        node.setRight(right());
        subscriptions.changes(texts.times(), table::retime);
        subscriptions.changes(model.steps(), this::show);
        subscriptions.changes(model.chosen(), this::show);
        subscriptions.changes(model.side(), this::show);
        subscriptions.changes(model.tier(), this::show);
        subscriptions.changes(model.compared(), this::show);
        subscriptions.add(steps.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!showing && index.intValue() >= 0) {
                model.chosen().set(index.intValue());
            }
        }));
        show();
    }

    Node node() {
        return node;
    }

    private Node left(Node compare) {
        steps.setId("effect-steps");
        steps.getStyleClass().add("networks");
        steps.setAccessibleText(texts.get("tuning.effect.steps"));
        steps.setCellFactory(_ -> new EffectStepCell(model, texts));
        steps.setPlaceholder(Styles.wrapped(texts.get("tuning.effect.empty"), Styles.MUTED));
        VBox.setVgrow(steps, Priority.ALWAYS);
        Button draft = Styles.with(new Button(texts.get("tuning.effect.draft")), "add");
        draft.setId("effect-draft");
        draft.setOnAction(_ -> model.compared().set(null));
        draft.visibleProperty().bind(model.compared().isNotNull());
        draft.managedProperty().bind(draft.visibleProperty());
        HBox tools = Styles.with(new HBox(compare, draft), "list-header");
        tools.setAlignment(Pos.CENTER_LEFT);
        return Styles.with(new VBox(tools, steps), "effect-side");
    }

    private Node middle() {
        HBox line = Styles.with(new HBox(), "list-header");
        line.setAlignment(Pos.CENTER_LEFT);
        for (Change.Side side : Change.Side.values()) {
            line.getChildren().add(chip(new Chip(new ToggleButton(), side, null)));
        }
        Region gap = new Region();
        gap.setMinWidth(16);
        line.getChildren().add(gap);
        for (Tier tier : Tier.values()) {
            line.getChildren().add(chip(new Chip(new ToggleButton(null, new Mark(tier.label())), null, tier)));
        }
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        return new VBox(line, warning, table.node());
    }

    private ToggleButton chip(Chip chip) {
        ToggleButton button = Styles.with(chip.button(), "effect-chip");
        Change.Side side = chip.side();
        Tier tier = chip.tier();
        if (side != null) {
            button.setId("effect-" + (side == Change.Side.ADDED ? "added" : "removed"));
            button.setOnAction(_ -> {
                model.side().set(side);
                show();
            });
        } else if (tier != null) {
            button.setId("effect-" + tier.label());
            button.setOnAction(_ -> model.tier().set(model.tier().get() == tier ? null : tier));
        }
        chips.add(chip);
        return button;
    }

    private Node right() {
        hosts.setId("effect-hosts");
        hosts.accessibleTextProperty().bind(hostsTitle.textProperty());
        hosts.getStyleClass().addAll("networks", Styles.MONO);
        hosts.setPlaceholder(Styles.label(texts.get("tuning.effect.no-hosts"), Styles.MUTED));
        VBox.setVgrow(hosts, Priority.ALWAYS);
        HBox title = Styles.with(new HBox(hostsTitle), "list-header");
        title.setAlignment(Pos.CENTER_LEFT);
        return Styles.with(new VBox(title, hosts), "effect-hosts");
    }

    private void show() {
        showing = true;
        int chosen = model.chosen().get();
        if (!model.steps().get().equals(steps.getItems())) {
            steps.setItems(FXCollections.observableArrayList(model.steps().get()));
        }
        steps.getSelectionModel()
                .clearAndSelect(Math.min(chosen, model.steps().get().size() - 1));
        showing = false;
        EffectModel.Step step = model.step();
        Change change = step == null ? null : step.change();
        chips.forEach(chip -> show(chip, change));
        table.show(model.rows());
        List<IpAddress> moved = change == null
                ? List.of()
                : model.side().get() == Change.Side.ADDED
                        ? change.hosts().added()
                        : change.hosts().removed();
        hosts.setItems(FXCollections.observableList(moved));
        hostsTitle.setText(texts.count("tuning.effect.hosts", moved.size()));
        warn(change);
    }

    private void show(Chip chip, @Nullable Change change) {
        Change.Side side = chip.side();
        Tier tier = chip.tier();
        if (side != null) {
            boolean adds = side == Change.Side.ADDED;
            String count = change == null ? Amounts.NONE : Amounts.count(change.count(side));
            chip.button().setText(texts.get(adds ? "tuning.effect.added" : "tuning.effect.removed", count));
            chip.button().setSelected(model.side().get() == side);
        } else if (tier != null) {
            int count = change == null ? 0 : change.count(model.side().get(), tier);
            chip.button().setText(tier.label() + " " + Amounts.count(count));
            chip.button().setSelected(model.tier().get() == tier);
            chip.button().setDisable(count == 0 && model.tier().get() != tier);
        }
    }

    private void warn(@Nullable Change change) {
        boolean hides = change != null && change.hiddenConfirmed() > 0;
        warning.setVisible(hides);
        warning.setManaged(hides);
        if (change != null && hides) {
            warning.setText(EffectWords.hidden(change, texts)
                    + EffectWords.names(change).stream().collect(Collectors.joining(", ", ": ", ""))
                    + (change.hiddenConfirmed() > EffectWords.NAMED ? " …" : ""));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
