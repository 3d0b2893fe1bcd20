package org.rpcscope.ui.tuning;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
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
    private final Label added = Styles.label("", Styles.STRONG, Styles.DANGER);
    private final Label removed = Styles.label("", Styles.STRONG, Styles.GOOD);
    private final Label cost = Styles.label("", Styles.MUTED);
    private final Tooltip byTier = new Tooltip();
    private final HBox node = Styles.with(new HBox(state, added, removed, cost), "change-line");

    ChangeLine(TuningModel model, Texts texts, Subscriptions subscriptions) {
        this.model = model;
        this.texts = texts;
        node.setId("change");
        node.setAlignment(Pos.CENTER_RIGHT);
        Tooltip.install(node, byTier);
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
        for (Label label : new Label[] {added, removed, cost}) {
            label.setVisible(known);
            label.setManaged(known);
        }
        if (known && change != null) {
            show(change);
        }
    }

    private static void mood(Label label, String style) {
        label.getStyleClass().setAll("label", Styles.STRONG, style);
    }

    private void show(Change change) {
        added.setText(texts.get("tuning.flagged-change", "+" + Amounts.count(change.added())));
        removed.setText(texts.get("tuning.flagged-change", "−" + Amounts.count(change.removed())));
        mood(added, change.added() > 0 ? Styles.DANGER : Styles.MUTED);
        mood(removed, change.removed() > 0 ? Styles.GOOD : Styles.MUTED);
        cost.setText(texts.get(
                "tuning.cost",
                Amounts.duration(change.cost().nanos()),
                Amounts.count(change.cost().sessions())));
        StringBuilder tiers = new StringBuilder();
        for (Tier tier : Tier.values()) {
            tiers.append(texts.get(
                            "tuning.by-tier",
                            tier.label(),
                            Amounts.count(change.addedByTier()[tier.ordinal()]),
                            Amounts.count(change.removedByTier()[tier.ordinal()])))
                    .append('\n');
        }
        byTier.setText(tiers.toString().strip());
    }
}
