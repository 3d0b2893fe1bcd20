package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The rules that matched, each with its level, author, identifier, tags and links, which are copied and never followed. */
final class RulesSection implements Section {

    private final Texts texts;
    private final Clip clip;

    RulesSection(Texts texts, Clip clip) {
        this.texts = texts;
        this.clip = clip;
    }

    @Override
    public String title(Inspected inspected) {
        return "inspector.rules";
    }

    @Override
    public List<Node> nodes(Inspected inspected) {
        List<Node> nodes = new ArrayList<>();
        for (Rule rule : inspected.finding().rules()) {
            nodes.add(rule(rule.info()));
        }
        return nodes;
    }

    private Node link(String reference) {
        Hyperlink link = Styles.with(new Hyperlink(reference, Icon.COPY.node()), Styles.SMALL);
        link.setTooltip(new Tooltip(texts.get("inspector.copy-link", reference)));
        link.setOnAction(_ -> clip.copy(reference));
        return link;
    }

    private Node rule(RuleInfo info) {
        String level = info.level().name().toLowerCase(Locale.ROOT);
        FlowPane tags = Styles.with(new FlowPane(), "badges");
        tags.getChildren().add(Styles.label(level, "pill", "level-" + level));
        info.tags().forEach(tag -> tags.getChildren().add(Styles.label(tag, "pill")));
        VBox rule = Styles.with(
                new VBox(
                        Styles.wrapped(info.title(), Styles.STRONG),
                        Styles.wrapped(texts.get("inspector.rule-by", info.author()), Styles.MUTED, Styles.SMALL),
                        Styles.wrapped(info.id(), Styles.MUTED, Styles.MONO),
                        tags),
                "rule");
        info.references().forEach(reference -> rule.getChildren().add(link(reference)));
        return rule;
    }
}
