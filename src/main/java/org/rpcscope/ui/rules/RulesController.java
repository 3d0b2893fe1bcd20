package org.rpcscope.ui.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.RuleFolder;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Reads and writes the own rules, and counts what rules and exceptions do. JavaFX thread only. */
public final class RulesController implements AutoCloseable {

    private static final Duration PAUSE = Duration.millis(300);

    private final RulesModel model;
    private final JobRunner runner;
    private final FxThread fx;
    private final Consumer<Throwable> failures;
    private final Consumer<Profile> draft;
    private final JobSlot counts;
    private final JobSlot files;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;

    /** How many sessions rules match and exceptions hide. */
    private record Counted(Map<Rule, Integer> matches, Map<FilterRule, Integer> hidden) {}

    /**
     * @param draft takes the profile as it is to be, as an edit of the draft
     * @param failures hears of defects in a job
     */
    public RulesController(
            RulesModel model, JobRunner runner, FxThread fx, Consumer<Profile> draft, Consumer<Throwable> failures) {
        this.model = model;
        this.runner = runner;
        this.fx = fx;
        this.draft = draft;
        this.failures = failures;
        this.counts = new JobSlot(runner, fx, JobSlot.Older.FINISHED, PAUSE, failures);
        this.files = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.profile(), this::count);
        subscriptions.changes(model.own(), this::count);
        subscriptions.changes(model.shown(), this::count);
    }

    /** Takes the sessions over which is counted from now on. */
    public void show(Detection next) {
        detection = next;
        count();
    }

    /** The sessions over which is counted; null before there are any. */
    @Nullable
    Detection detection() {
        return detection;
    }

    private void count() {
        Detection now = detection;
        if (now == null || !model.shown().get()) {
            return;
        }
        List<Rule> rules = model.rules().stream().map(RulesModel.Known::rule).toList();
        RuleSet set = model.ruleSet(model.profile().get());
        counts.start(
                Job.of("count", _ -> {
                    Map<Rule, Integer> matches = now.judged(rules, List.of()).matches();
                    return new Counted(
                            matches, now.judged(set.rules(), set.exceptions()).hidden());
                }),
                counted -> {
                    model.matches().set(counted.matches());
                    model.hidden().set(counted.hidden());
                });
    }

    /** Switches a rule on or off in the draft. */
    void enable(RulesModel.Known known, boolean on) {
        draft.accept(model.profile().get().withRule(known.key(), on));
    }

    /** Writes an exception at its place in the draft, or adds it where the place is -1. */
    void except(int index, ExceptionEntry entry) {
        List<ExceptionEntry> entries = new ArrayList<>(model.profile().get().exceptions());
        if (index >= 0 && index < entries.size()) {
            entries.set(index, entry);
        } else {
            entries.add(entry);
        }
        draft.accept(model.profile().get().withExceptions(entries));
    }

    /** Takes an exception out of the draft. */
    void remove(int index) {
        List<ExceptionEntry> entries = new ArrayList<>(model.profile().get().exceptions());
        entries.remove(index);
        draft.accept(model.profile().get().withExceptions(entries));
    }

    /** Takes another folder for the own rules, and reads it. */
    public void folder(@Nullable Path folder) {
        model.folder().set(folder);
        load();
    }

    /** Reads the own folder again. */
    void load() {
        Path folder = model.folder().get();
        if (folder != null) {
            LocalDate day = model.today();
            files.start(Job.of("rules", _ -> own(folder, day)), model.own()::set);
        } else {
            model.own().set(RulesModel.Own.NONE);
        }
    }

    private static RulesModel.Own own(Path folder, LocalDate day) {
        RuleFolder.Read read = RuleFolder.read(folder, day);
        Map<String, Path> paths = new HashMap<>();
        read.files().keySet().forEach(path -> paths.put(path.toString(), path));
        List<RulesModel.Known> rules = new ArrayList<>();
        List<FilterRule> filters = new ArrayList<>();
        List<Rule> own = new ArrayList<>();
        List<RejectedRule> rejected = new ArrayList<>();
        for (RuleFile file : read.files().values()) {
            own.addAll(file.rules());
            filters.addAll(file.filters());
            rejected.addAll(file.rejected());
        }
        for (Rule rule : FilterRule.applied(filters, own)) {
            rules.add(new RulesModel.Known(rule, true, paths.get(rule.info().file())));
        }
        return new RulesModel.Own(List.copyOf(rules), List.copyOf(rejected), read.fault());
    }

    /** Reads the text of an own file; where it cannot be read any more, the folder is read again. */
    void read(Path file, Consumer<String> text) {
        files.start(Job.of("rules", _ -> RuleFolder.text(file)), read -> read.ifPresentOrElse(text, this::load));
    }

    /** A place for a file, which may have to be looked for on the disk. */
    interface Place {
        Path find();
    }

    /** Writes a file, and reads the own folder again, since it may be in it. The answer is a fault, or null. */
    void save(Place place, String text, Consumer<@Nullable String> done) {
        files.start(
                Job.of("rules", _ -> {
                    try {
                        RuleFolder.write(place.find(), text);
                        return "";
                    } catch (IOException e) {
                        return "The file cannot be written: " + e;
                    }
                }),
                fault -> {
                    done.accept(fault.isEmpty() ? null : fault);
                    load();
                });
    }

    /** Keeps an editor up to date until it is closed. */
    EditorController editor(EditorModel edited) {
        return new EditorController(edited, model, this, runner, fx, failures);
    }

    @Override
    public void close() {
        subscriptions.close();
        counts.close();
        files.close();
    }
}
