package org.rpcscope.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.inspector.InspectorView;
import org.rpcscope.ui.rules.Editors;
import org.rpcscope.ui.rules.ExceptionsView;
import org.rpcscope.ui.rules.RulesModel;
import org.rpcscope.ui.rules.RulesView;
import org.rpcscope.ui.rules.WhyView;
import org.rpcscope.ui.tuning.TuningView;

/** What the rules and the exceptions have of the window: tabs of the tuning panel, and a page of the inspector. */
record RuleParts(RulesView rules, ExceptionsView exceptions, WhyView why, Action except, RulesModel model) {

    private static final String WHY = "inspector.rule-by-rule";

    static RuleParts of(
            Features.Rules feature, Stage stage, FilePicker picker, Actions maker, Texts texts, List<String> sheets) {
        RulesModel model = feature.model();
        Editors editors = new Editors(model, feature.controller(), () -> stage, picker, texts, sheets);
        Action except = Action.when(
                "tuning.except",
                Icon.ADD,
                "shortcut+E",
                Bindings.createBooleanBinding(
                        () -> {
                            RulesModel.Chosen chosen = model.chosen().get();
                            return chosen != null && chosen.detection().flagged(chosen.number());
                        },
                        model.chosen()),
                editors::except);
        return new RuleParts(
                new RulesView(model, feature.controller(), editors, texts),
                new ExceptionsView(model, feature.controller(), editors, picker, texts),
                new WhyView(model, except, maker, texts),
                except,
                model);
    }

    List<TuningView.Tab> tabs() {
        Consumer<Boolean> shown = model.shown()::set;
        return List.of(
                new TuningView.Tab("tuning.rules", rules.node(), shown),
                new TuningView.Tab("tuning.exceptions", exceptions.node(), shown));
    }

    /** The page of the inspector that says why a rule matches. */
    InspectorView.Page page() {
        return new InspectorView.Page(WHY, why.node(), _ -> {});
    }

    void close() {
        rules.close();
        exceptions.close();
        why.close();
    }
}
