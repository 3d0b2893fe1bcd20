package org.rpcscope.ui.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Histogram;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileChange;
import org.rpcscope.tuning.ProfileFile;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Finds out what each edit would change, while anybody looks, off the window's thread. JavaFX thread only. */
final class EffectController implements AutoCloseable {

    /** So many edits are told apart; older ones count as one. */
    private static final int STEPS = 50;

    private final TuningModel model;
    private final WhatIf whatIf;
    private final JobSlot slot;
    private final JobSlot measures;
    private final JobSlot files;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;

    EffectController(TuningModel model, WhatIf whatIf, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.whatIf = whatIf;
        this.slot = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.measures = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.files = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.edited(), this::look);
        subscriptions.changes(model.measuring(), this::look);
        subscriptions.changes(model.pending(), this::look);
        subscriptions.changes(model.effects().shown(), this::look);
        subscriptions.changes(model.effects().compared(), this::look);
    }

    void show(Detection next) {
        detection = next;
        look();
    }

    private void look() {
        measure();
        EffectModel effects = model.effects();
        Detection now = detection;
        List<Profile> path = path();
        if (now == null || path.size() < 2 || !effects.shown().get()) {
            effects.steps().set(List.of());
            return;
        }
        List<WhatIf.Terms> terms = path.stream()
                .map(profile -> new WhatIf.Terms(profile, model.ruleSet(profile)))
                .toList();
        slot.start(Job.of("effect", _ -> steps(now, terms)), steps -> {
            if (effects.shown().get() && path.equals(path())) {
                effects.steps().set(steps.stream().map(this::titled).toList());
            }
        });
    }

    private void measure() {
        Detection now = detection;
        if (now == null || !model.measuring().get()) {
            return;
        }
        Profile edited = model.edited().get();
        WhatIf.Terms terms = new WhatIf.Terms(edited, model.ruleSet(edited));
        measures.start(Job.of("thresholds", _ -> histograms(whatIf.under(now, terms))), model.histograms()::set);
    }

    private static Map<Threshold, Histogram> histograms(Detection detection) {
        Map<Threshold, Histogram> histograms = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            histograms.put(threshold, Histogram.of(detection, threshold));
        }
        return histograms;
    }

    /** From the profile that holds to the one that is looked at; one profile alone where there is no other. */
    private List<Profile> path() {
        EffectModel.Compared compared = model.effects().compared().get();
        if (compared != null) {
            return List.of(model.applied(), compared.profile());
        }
        List<Profile> path = model.pending().get() ? model.path() : List.of(model.applied());
        if (path.size() <= STEPS + 1) {
            return path;
        }
        List<Profile> last = new ArrayList<>(path.subList(path.size() - STEPS, path.size()));
        last.addFirst(path.getFirst());
        return last;
    }

    private List<EffectModel.Step> steps(Detection now, List<WhatIf.Terms> path) {
        List<EffectModel.Step> steps = new ArrayList<>();
        long start = System.nanoTime();
        Detection last = whatIf.under(now, path.getLast());
        steps.add(step(path.getFirst(), path.getLast(), Change.between(now, last, start)));
        Detection before = now;
        for (int i = 1; path.size() > 2 && i < path.size(); i++) {
            long began = System.nanoTime();
            Detection then = whatIf.under(now, path.get(i));
            steps.add(step(path.get(i - 1), path.get(i), Change.between(before, then, began)));
            before = then;
        }
        return steps;
    }

    private static EffectModel.Step step(WhatIf.Terms before, WhatIf.Terms after, Change change) {
        return new EffectModel.Step(ProfileChange.between(before.profile(), after.profile()), change);
    }

    private EffectModel.Step titled(EffectModel.Step step) {
        return new EffectModel.Step(
                step.edits().stream()
                        .map(edit -> EffectWords.titled(edit, model))
                        .toList(),
                step.change());
    }

    /** Reads a profile from a file and compares it with the one that holds. */
    void compare(Path file) {
        String name = String.valueOf(file.getFileName());
        files.start(Job.of("profile", _ -> ProfileFiles.read(file)), read -> {
            switch (read) {
                case ProfileFile.Valid(Profile profile) -> {
                    model.notice().set(null);
                    model.effects().compared().set(new EffectModel.Compared(name, profile));
                }
                case ProfileFile.Faulty(List<String> reasons) ->
                    model.notice().set(name + ": " + String.join("; ", reasons));
            }
        });
    }

    @Override
    public void close() {
        subscriptions.close();
        slot.close();
        measures.close();
        files.close();
    }
}
