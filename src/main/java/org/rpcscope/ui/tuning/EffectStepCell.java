package org.rpcscope.ui.tuning;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** An edit and what it adds and removes, in one line. */
final class EffectStepCell extends ListCell<EffectModel.Step> {

    private final EffectModel model;
    private final Texts texts;
    private final Label words = new Label();
    private final Label added = Styles.label("", Styles.MONO);
    private final Label removed = Styles.label("", Styles.MONO);
    private final HBox line = Styles.with(new HBox(), "effect-step");

    EffectStepCell(EffectModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label count : new Label[] {added, removed}) {
            count.setMinWidth(Region.USE_PREF_SIZE);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(words, space, added, removed);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(EffectModel.@Nullable Step step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Change change = step.change();
        String edits = EffectWords.edits(step.edits(), texts);
        EffectModel.Compared compared = model.compared().get();
        words.setText(
                getIndex() > 0
                        ? edits
                        : compared != null
                                ? texts.get("tuning.effect.compared", compared.name())
                                : texts.get("tuning.effect.whole"));
        words.getStyleClass().setAll("label", getIndex() > 0 ? "plain" : Styles.STRONG);
        count(added, "+", change.effect().added(), Styles.DANGER);
        boolean hides = change.hiddenConfirmed() > 0;
        count(removed, "−", change.effect().removed(), hides ? Styles.DANGER : Styles.GOOD);
        setTooltip(new Tooltip(edits));
        setAccessibleText(words.getText() + ", " + added.getText() + ", " + removed.getText());
        setGraphic(line);
    }

    private static void count(Label label, String sign, int count, String mood) {
        label.setText(sign + Amounts.count(count));
        label.getStyleClass().setAll("label", Styles.MONO, count > 0 ? mood : Styles.MUTED);
    }
}
