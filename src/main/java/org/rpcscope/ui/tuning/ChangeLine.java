package org.rpcscope.ui.tuning;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What the draft would change, in one line. */
final class ChangeLine {

    private final TuningModel model;
    private final Texts texts;
    private final Label state = Styles.label("", Styles.MUTED);
    private final Button added = count("change-added");
    private final Button removed = count("change-removed");
    private final Button hidden = count("change-hidden");
    private final Label cost = Styles.label("", Styles.MUTED);
    private final Tooltip byTier = new Tooltip();
    private final HBox node = Styles.with(new HBox(state, added, removed, hidden, cost), "change-line");

    /** @param open hears which sessions the analyst wants to see */
    ChangeLine(TuningModel model, Texts texts, Subscriptions subscriptions, Consumer<Change.Side> open) {
        this.model = model;
        this.texts = texts;
        node.setId("change");
        node.setAlignment(Pos.CENTER_RIGHT);
        Tooltip.install(node, byTier);
        added.setOnAction(_ -> open.accept(Change.Side.ADDED));
        removed.setOnAction(_ -> open.accept(Change.Side.REMOVED));
        hidden.setOnAction(_ -> {
            open.accept(Change.Side.REMOVED);
            model.effects().tier().set(Tier.CONFIRMED);
        });
        subscriptions.now(model.change(), _ -> show());
        subscriptions.now(model.pending(), _ -> show());
        subscriptions.now(model.notice(), _ -> show());
    }

    Node node() {
        return node;
    }

    private void show() {
        String notice = model.notice().get();
        Change change = model.change().get();
        boolean pending = model.pending().get();
        state.getStyleClass().setAll("label", notice != null ? Styles.DANGER : Styles.MUTED);
        if (notice != null) {
            state.setText(notice);
        } else {
            state.setText(texts.get(pending ? "tuning.draft" : "tuning.no-draft"));
        }
        boolean known = notice == null && pending && change != null;
        for (Labeled part : new Labeled[] {added, removed, cost}) {
            visible(part, known);
        }
        visible(hidden, known && change != null && change.hiddenConfirmed() > 0);
        if (known && change != null) {
            show(change);
        }
    }

    private static Button count(String id) {
        Button count = Styles.with(new Button(), "change-count", Styles.STRONG, Styles.MUTED);
        count.setId(id);
        count.setMinWidth(Region.USE_PREF_SIZE);
        return count;
    }

    private static void visible(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    private static void mood(Button count, String style) {
        count.getStyleClass().setAll("button", "change-count", Styles.STRONG, style);
    }

    private void show(Change change) {
        added.setText(texts.get(
                "tuning.flagged-change", "+" + Amounts.count(change.effect().added())));
        removed.setText(texts.get(
                "tuning.flagged-change", "−" + Amounts.count(change.effect().removed())));
        mood(added, change.effect().added() > 0 ? Styles.DANGER : Styles.MUTED);
        mood(removed, change.effect().removed() > 0 ? Styles.GOOD : Styles.MUTED);
        if (change.hiddenConfirmed() > 0) {
            hidden.setText(EffectWords.hidden(change, texts));
            mood(hidden, Styles.DANGER);
            hidden.setTooltip(new Tooltip(String.join("\n", EffectWords.names(change))));
        }
        cost.setText(texts.get(
                "tuning.cost",
                Amounts.duration(change.cost().nanos()),
                texts.count("tuning.sessions", change.cost().sessions())));
        StringBuilder tiers = new StringBuilder();
        for (Tier tier : Tier.values()) {
            tiers.append(texts.get(
                            "tuning.by-tier",
                            tier.label(),
                            Amounts.count(change.count(Change.Side.ADDED, tier)),
                            Amounts.count(change.count(Change.Side.REMOVED, tier))))
                    .append('\n');
        }
        byTier.setText(tiers.toString().strip());
    }
}
