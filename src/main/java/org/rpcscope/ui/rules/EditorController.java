package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseRules;
import org.rpcscope.cases.RuleFolder;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Reads what is typed into an editor, tries it on the sessions, and saves it. JavaFX thread only. */
final class EditorController implements AutoCloseable {

    private static final Duration TYPING = Duration.millis(120);

    private final EditorModel edited;
    private final RulesModel model;
    private final RulesController rules;
    private final JobSlot checks;
    private final JobSlot trials;
    private final Subscriptions subscriptions = new Subscriptions();

    EditorController(
            EditorModel edited,
            RulesModel model,
            RulesController rules,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.edited = edited;
        this.model = model;
        this.rules = rules;
        this.checks = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, TYPING, failures);
        this.trials = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.now(edited.text(), this::check);
    }

    private void check(String text) {
        boolean exception = edited.subject() instanceof EditorModel.OwnException;
        checks.start(Job.of("check", _ -> Check.read("editor", text, exception)), checked -> {
            edited.checked().set(checked);
            edited.trial().set(null);
            Detection now = rules.detection();
            if (checked.usable() && checked.aboutEvents()) {
                trials.start(onEvents(checked), edited.trial()::set);
            } else if (now != null && checked.usable()) {
                List<FilterRule> others = others();
                trials.start(Job.of("trial", _ -> trial(now, checked, others)), edited.trial()::set);
            }
        });
    }

    /** The exceptions of the draft beside the one that is edited. */
    private List<FilterRule> others() {
        return edited.subject() instanceof EditorModel.OwnException(int index, var _)
                ? model.exceptionsBut(index)
                : List.of();
    }

    private Job<EditorModel.Trial> onEvents(EditorModel.Checked checked) {
        CaseRules events = rules.events().rules();
        return Job.of("trial", progress -> {
            long start = System.nanoTime();
            CaseRules.Tried tried = events.trying(saved(), checked.rules()).run(progress);
            long nanos = System.nanoTime() - start;
            return new EditorModel.Trial(true, tried.matches(), tried.added(), tried.removed(), tried.events(), nanos);
        });
    }

    /** The rules as they were. */
    private List<Rule> saved() {
        return edited.subject() instanceof EditorModel.OwnRule(var _, String saved) && !saved.isEmpty()
                ? Check.read("saved", saved, false).rules()
                : List.of();
    }

    private EditorModel.Trial trial(Detection now, EditorModel.Checked checked, List<FilterRule> others) {
        return switch (edited.subject()) {
            case EditorModel.OwnRule _ -> Check.rules(now, saved(), checked.rules());
            case EditorModel.OwnException _ -> Check.exception(now, others, checked.filters());
        };
    }

    /** Saves the text where it can be used. */
    void save(@Nullable Path folder, Runnable saved) {
        EditorModel.Checked checked = edited.checked().get();
        if (checked == null || !checked.usable()) {
            return;
        }
        switch (edited.subject()) {
            case EditorModel.OwnException(int index, var _) -> {
                boolean on = index < 0
                        || model.profile().get().exceptions().get(index).enabled();
                rules.except(index, new ExceptionEntry(edited.text().get(), on));
                saved.run();
            }
            case EditorModel.OwnRule(Path file, String _) -> {
                if (file == null && folder == null) {
                    return;
                }
                String title = title(checked);
                RulesController.Place place =
                        file != null ? () -> file : () -> RuleFolder.fresh(Objects.requireNonNull(folder), title);
                rules.save(place, edited.text().get(), fault -> {
                    edited.notice().set(fault);
                    if (fault == null) {
                        saved.run();
                    }
                });
            }
        }
    }

    private static String title(EditorModel.Checked checked) {
        return checked.rules().isEmpty()
                ? "rule"
                : checked.rules().getFirst().info().title();
    }

    @Override
    public void close() {
        subscriptions.close();
        checks.close();
        trials.close();
    }
}
