package org.rpcscope.ui.conversation;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Significance;
import org.rpcscope.rpc.Step;
import org.rpcscope.ui.fx.Styles;

/** A rung of the ladder in two lines: when, which way and what it is; then what it is about. */
final class RungCell extends ListCell<Step> {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass SERVER = PseudoClass.getPseudoClass("server");
    private static final PseudoClass WORTH = PseudoClass.getPseudoClass("worth");

    private final Function<Step, Rung> words;
    private final Label offset = Styles.label("", Styles.MONO, Styles.MUTED, "rung-time");
    private final Label arrow = Styles.label("", "rung-arrow");
    private final Label kind = Styles.label("", Styles.STRONG);
    private final Label subject = Styles.label("", "rung-subject");
    private final Label call = Styles.label("", Styles.MONO, Styles.MUTED);
    private final Label detail = Styles.label("", Styles.MUTED, Styles.SMALL, "rung-detail");
    private final VBox node;
    private final Tooltip hint = new Tooltip();

    RungCell(Function<Step, Rung> words) {
        this.words = words;
        getStyleClass().add("rung");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = Styles.with(new HBox(offset, arrow, kind, subject, space, call), "rung-line");
        first.setAlignment(Pos.BASELINE_LEFT);
        offset.setMinWidth(Region.USE_PREF_SIZE);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        call.setMinWidth(Region.USE_PREF_SIZE);
        subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        node = Styles.with(new VBox(first, detail), "rung-lines");
        node.setMinWidth(0);
        setPrefWidth(0); // never wider than the list: what does not fit is in the tooltip
        hint.setWrapText(true);
        hint.setMaxWidth(480);
    }

    @Override
    protected void updateItem(@Nullable Step step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        Rung rung = words.apply(step);
        offset.setText(rung.offset());
        arrow.setText(rung.arrow());
        kind.setText(rung.kind());
        subject.setText(rung.subject());
        call.setText(rung.call());
        detail.setText(rung.detail());
        Significance why = rung.why();
        hint.setText(String.join(
                "\n",
                List.of(
                        (rung.kind() + " " + rung.subject()).strip(),
                        rung.detail(),
                        why == null ? "" : why.reason() + " " + String.join(", ", why.techniques()))));
        pseudoClassStateChanged(FAILED, rung.failed());
        pseudoClassStateChanged(SERVER, !step.fromClient());
        pseudoClassStateChanged(WORTH, why != null && why.concern() == Significance.Concern.HIGH);
        setAccessibleText(rung.line());
        setTooltip(hint);
        setGraphic(node);
    }
}
