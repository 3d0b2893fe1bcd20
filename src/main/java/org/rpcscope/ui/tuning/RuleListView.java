package org.rpcscope.ui.tuning;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The rules, each with its switch, its level and what it is for. */
final class RuleListView {

    private static final double SWITCH = 38;

    private final ScrollPane node;

    RuleListView(TuningModel model, List<RuleRow> rules, Texts texts, Subscriptions subscriptions) {
        VBox lines = Styles.with(new VBox(), "rule-lines");
        for (RuleRow row : rules) {
            lines.getChildren().add(line(model, row, texts, subscriptions));
        }
        node = new ScrollPane(lines);
        node.setFitToWidth(true);
        node.setId("rules");
    }

    private static Node line(TuningModel model, RuleRow row, Texts texts, Subscriptions subscriptions) {
        RuleInfo info = row.rule().rule().info();
        ToggleSwitch enabled = new ToggleSwitch();
        enabled.setMinWidth(SWITCH);
        enabled.setPrefWidth(SWITCH);
        enabled.setAccessibleText(info.title());
        subscriptions.now(row.enabled(), enabled::setSelected);
        enabled.selectedProperty().subscribe((_, on) -> {
            if (on != row.enabled().get()) {
                model.enable(row, on);
            }
        });
        String level = info.level().name().toLowerCase(Locale.ROOT);
        HBox title = Styles.with(
                new HBox(
                        Styles.label(info.title(), Styles.STRONG),
                        Styles.label(level, "pill", "level-" + level),
                        Styles.label(texts.get("tuning.rule-by", info.author()), Styles.MUTED)),
                "rule-title");
        title.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(title, Styles.wrapped(info.description().strip(), Styles.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Styles.with(new HBox(enabled, words), "rule-line");
    }

    Node node() {
        return node;
    }
}
