package org.rpcscope.ui.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.RuleFolder;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.EventRules;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
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
    private final Imports imports;
    private final CaseEvents events;
    private final JobSlot judging;
    private EventRules asked;
    private List<String> askedFor; // the texts of what matters to events
    private @Nullable Detection detection;

    /** How many sessions rules match and exceptions hide. */
    private record Counted(Map<Rule, Integer> matches, Map<FilterRule, Integer> hidden) {}

    /**
     * @param imports whose events are shown to the rules, while they are read
     * @param events of the open case
     * @param draft takes the profile as it is to be, as an edit of the draft
     * @param failures hears of defects in a job
     */
    public RulesController(
            RulesModel model,
            Imports imports,
            CaseEvents events,
            JobRunner runner,
            FxThread fx,
            Consumer<Profile> draft,
            Consumer<Throwable> failures) {
        this.model = model;
        this.imports = imports;
        this.events = events;
        this.runner = runner;
        this.fx = fx;
        this.draft = draft;
        this.failures = failures;
        this.counts = new JobSlot(runner, fx, JobSlot.Older.FINISHED, PAUSE, failures);
        this.files = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.judging = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.asked = model.own().get().asked();
        this.askedFor = model.own().get().aboutEvents();
        imports.judge(asked);
        subscriptions.changes(model.own(), this::ask);
        subscriptions.changes(model.profile(), this::count);
        subscriptions.changes(model.own(), this::count);
        subscriptions.changes(model.shown(), this::count);
    }

    /** Takes the sessions over which is counted from now on. */
    public void show(Detection next) {
        detection = next;
        count();
        judge();
    }

    /** Asks the rules as they are now about events, if they say something else. */
    private void ask() {
        RulesModel.Own own = model.own().get();
        if (!own.aboutEvents().equals(askedFor)) {
            askedFor = own.aboutEvents();
            asked = own.asked();
            imports.judge(asked);
            judge();
        }
    }

    private void judge() {
        if (!judging.busy() && events.rules().behind(asked)) {
            EventRules rules = asked;
            judging.start(events.rules().judging(rules), read -> {
                if (read > 0) {
                    model.judgedAgain();
                    count();
                }
                judge();
            });
        }
    }

    /** The records that are no sessions. */
    CaseEvents events() {
        return events;
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
        List<Rule> rules = model.rules().stream()
                .map(RulesModel.Known::rule)
                .filter(Objects::nonNull)
                .toList();
        RuleSet set = model.ruleSet(model.profile().get());
        counts.start(
                Job.of("count", _ -> {
                    Map<Rule, Integer> matches = new HashMap<>(events.rules().matches());
                    matches.putAll(now.judged(rules, List.of()).matches());
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
            List<RulesModel.Known> bundled = model.bundled();
            files.start(
                    Job.of("rules", _ -> {
                        RuleFolder.Read read = RuleFolder.read(folder, day);
                        return RulesModel.Own.of(bundled, read.files(), read.fault());
                    }),
                    model.own()::set);
        } else {
            model.own().set(RulesModel.Own.none(model.bundled()));
        }
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
        judging.close();
        files.close();
    }
}
