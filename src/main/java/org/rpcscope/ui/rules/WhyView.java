package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.rpcscope.detect.Detection;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * Why a rule matches the chosen session, or why it does not: any rule, part by part, with the values that decided; and which
 * exception hides it. JavaFX thread only.
 */
public final class WhyView implements AutoCloseable {

    private final RulesModel model;
    private final Texts texts;
    private final ComboBox<RulesModel.Known> choice = new ComboBox<>();
    private final VBox lines = Styles.with(new VBox(), "why-lines");
    private final VBox exceptions = Styles.with(new VBox(), "why-exceptions");
    private final ScrollPane node;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean choosing;

    public WhyView(RulesModel model, Action except, Actions maker, Texts texts) {
        this.model = model;
        this.texts = texts;
        choice.setId("why-rule");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        choice.setAccessibleText(texts.get("why.rule"));
        choice.setConverter(new ShownAs<>(known -> known.info().title()));
        choice.valueProperty().subscribe(_ -> explain());
        lines.setId("why");
        exceptions.setId("why-exceptions");
        Node make = maker.button(except);
        VBox all = Styles.with(
                new VBox(make, exceptions, Styles.label(texts.get("why.rule"), Styles.SECTION), choice, lines),
                "inspector-content");
        node = new ScrollPane(all);
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        subscriptions.now(model.chosen(), _ -> show());
        subscriptions.changes(model.own(), this::show);
    }

    public Node node() {
        return node;
    }

    /** The rules that match first; the one that was looked at stays. */
    private void show() {
        RulesModel.Chosen chosen = model.chosen().get();
        List<RulesModel.Known> rules = new ArrayList<>();
        List<RulesModel.Known> others = new ArrayList<>();
        List<Rule> matching = chosen == null ? List.of() : chosen.detection().rules(chosen.number());
        for (RulesModel.Known known : model.rules()) {
            Rule rule = known.rule();
            if (rule != null && SessionRouting.answers(rule.logSource())) {
                (matching.contains(rule) ? rules : others).add(known);
            }
        }
        rules.addAll(others);
        RulesModel.Known before = choice.getValue();
        boolean keep = before != null && rules.contains(before) && matching.isEmpty();
        choosing = true;
        choice.getItems().setAll(rules);
        choice.setValue(keep ? before : rules.isEmpty() ? null : rules.getFirst());
        choosing = false;
        explain();
    }

    private void explain() {
        if (choosing) {
            return;
        }
        RulesModel.Chosen chosen = model.chosen().get();
        RulesModel.Known known = choice.getValue();
        Rule rule = known == null ? null : known.rule();
        if (chosen == null || rule == null) {
            lines.getChildren().clear();
            exceptions.getChildren().clear();
            return;
        }
        Detection detection = chosen.detection();
        lines.getChildren().setAll(Explanations.lines(detection.explain(rule, chosen.number()), texts));
        List<Node> hiding = new ArrayList<>();
        for (FilterRule exception : detection.excepted(chosen.number())) {
            hiding.add(Styles.wrapped(texts.get("why.hidden", exception.info().title()), Styles.WARNING));
        }
        exceptions.getChildren().setAll(hiding);
        exceptions.setManaged(!hiding.isEmpty());
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
