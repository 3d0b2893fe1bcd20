package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.ExceptionProposal;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.sigma.SessionRouting;
import org.rpcscope.sigma.ZonesWrittenOut;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Texts;

/** Opens windows in which rules and exceptions are written. JavaFX thread only. */
public final class Editors {

    /** Exceptions are about all rules that are on, unless there are more: then about those that match. */
    private static final int MOST_RULES = 20;

    private final RulesModel model;
    private final RulesController controller;
    private final Supplier<Stage> owner;
    private final FilePicker picker;
    private final Texts texts;
    private final List<String> sheets;

    /** @param sheets the author sheets of the window, which may change in place */
    public Editors(
            RulesModel model,
            RulesController controller,
            Supplier<Stage> owner,
            FilePicker picker,
            Texts texts,
            List<String> sheets) {
        this.model = model;
        this.controller = controller;
        this.owner = owner;
        this.picker = picker;
        this.texts = texts;
        this.sheets = sheets;
    }

    /** A new rule, from an example. */
    void fresh() {
        String text = texts.get("editor.new-rule")
                .replace("DAY", model.today().toString())
                .replace("ID", UUID.randomUUID().toString());
        open(new EditorModel.OwnRule(null, ""), text);
    }

    /** An own rule as it stands in its file; of one that comes with the program a copy. */
    void edit(RulesModel.Known known) {
        Path file = known.file();
        if (file == null) {
            open(new EditorModel.OwnRule(null, known.info().yaml()), copy(known.info()));
        } else {
            controller.read(file, text -> open(new EditorModel.OwnRule(file, text), text));
        }
    }

    /** The text of a rule with an id of its own, and a word on where it comes from (specification, "related"). */
    private static String copy(RuleInfo info) {
        StringBuilder text = new StringBuilder();
        boolean related = info.yaml().lines().anyMatch(line -> line.startsWith("related:"));
        for (String line : info.yaml().lines().toList()) {
            if (line.startsWith("id:")) {
                text.append("id: ").append(UUID.randomUUID()).append('\n');
                if (!related) {
                    text.append("related:\n").append(derived(info));
                }
            } else {
                text.append(line).append('\n');
                if (line.startsWith("related:")) {
                    text.append(derived(info));
                }
            }
        }
        return text.toString();
    }

    private static String derived(RuleInfo info) {
        return "    - id: " + info.id() + "\n      type: derived\n";
    }

    /**
     * Writes a rule to a file that other engines read, with the networks of the draft in place of zones.
     *
     * @param notice hears why it cannot be written, or the empty text
     */
    void export(RulesModel.Known known, Consumer<String> notice) {
        Rule rule = known.rule();
        ZonesWrittenOut.Result written = rule == null
                ? new ZonesWrittenOut.Written(known.info().yaml())
                : ZonesWrittenOut.write(rule, model.profile().get().networks(0));
        switch (written) {
            case ZonesWrittenOut.Refused(String reason) ->
                notice.accept(known.info().title() + ": " + reason);
            case ZonesWrittenOut.Written(String yaml) -> {
                Path chosen = picker.save(texts.get("rules.export"), null, "rule.yml");
                if (chosen != null) {
                    controller.save(() -> chosen, yaml, fault -> notice.accept(fault == null ? "" : fault));
                }
            }
        }
    }

    /** An exception as it stands in the draft. */
    void edit(int index, ExceptionEntry entry) {
        open(new EditorModel.OwnException(index, null), entry.yaml());
    }

    /** A new exception for the chosen session; nothing where it is not flagged. */
    public void except() {
        RulesModel.Chosen chosen = model.chosen().get();
        if (chosen == null) {
            return;
        }
        Detection detection = chosen.detection();
        Session session = detection.sessions().session(chosen.number());
        List<Rule> matching = detection.rules(chosen.number());
        if (matching.isEmpty()) {
            return;
        }
        List<Rule> on = model.ruleSet(model.profile().get()).rules().stream()
                .filter(rule -> SessionRouting.answers(rule.logSource()))
                .toList();
        ExceptionProposal proposal = new ExceptionProposal(session, on.size() <= MOST_RULES ? on : matching);
        String text = proposal.yaml(proposal.scopes().getFirst(), model.author(), model.today());
        open(new EditorModel.OwnException(-1, proposal), text);
    }

    /** Asks for the folder of own rules, and reads it. */
    void chooseFolder() {
        Path chosen = picker.folder(texts.get("rules.folder"), model.folder().get());
        if (chosen != null) {
            controller.folder(chosen);
        }
    }

    private @Nullable Path folder() {
        if (model.folder().get() == null) {
            chooseFolder();
        }
        return model.folder().get();
    }

    private void open(EditorModel.Subject subject, String text) {
        EditorModel edited = new EditorModel(subject, text);
        new EditorWindow(edited, controller.editor(edited), model, texts, this::folder).show(owner.get(), sheets);
    }
}
