package org.rpcscope.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** What a first start shows: what the program is for, what to do, and what the marks will mean. */
final class StartView {

    private static final double WIDTH = 560;

    private final StackPane node;

    /**
     * @param sample opens the sample data; null where there is none
     * @param recent the list of cases that were open last
     */
    StartView(Action open, @Nullable Action sample, Node recent, Actions actions, Texts texts) {
        ButtonBase first = Styles.with(actions.button(open), "accent");
        first.setId("start-open");
        HBox buttons = Styles.with(new HBox(first), "start-buttons");
        if (sample != null) {
            ButtonBase second = actions.button(sample);
            second.setId("start-sample");
            buttons.getChildren().add(second);
        }
        VBox card = Styles.with(
                new VBox(
                        Styles.with(new HBox(Icon.DROP.node()), "start-icon"),
                        Styles.wrapped(texts.get("start.title"), "start-title"),
                        Styles.wrapped(texts.get("start.words"), Styles.MUTED),
                        buttons,
                        recent,
                        Styles.wrapped(texts.get("start.formats"), Styles.MUTED, Styles.SMALL),
                        tiers(texts)),
                "start-card");
        card.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        node = Styles.with(new StackPane(card), "start");
        node.setId("start");
    }

    private static Node tiers(Texts texts) {
        VBox lines = Styles.with(new VBox(), "start-tiers");
        for (Tier tier : Tier.values()) {
            Label word = new Label(tier.label(), new Mark(tier.label()));
            word.setMinWidth(110);
            lines.getChildren()
                    .add(new HBox(word, Styles.label(texts.get("start.tier." + tier.label()), Styles.MUTED)));
        }
        return lines;
    }

    Node node() {
        return node;
    }
}
