package org.rpcscope.ui.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Finds out what the draft would change, off the window's thread. JavaFX thread only. */
public final class TuningController implements AutoCloseable {

    private final TuningModel model;
    private final WhatIf whatIf = new WhatIf();
    private final EffectController steps;
    private final JobSlot effects;
    private final NetworkController networks;
    private final JobSlot files;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;

    /** @param failures hears of defects in a job */
    public TuningController(TuningModel model, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        // what is dragged moves faster than a busy machine answers: an answer to a place before is better than none
        this.effects = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.steps = new EffectController(model, whatIf, runner, fx, failures);
        this.networks = new NetworkController(model, runner, fx, failures);
        this.files = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.edited(), this::look);
        subscriptions.changes(model.pending(), this::look);
    }

    /** Takes the sessions over which effects are counted from now on. */
    public void show(Detection next) {
        detection = next;
        steps.show(next);
        networks.show(next);
        look();
    }

    NetworkController networks() {
        return networks;
    }

    private void look() {
        Detection now = detection;
        if (now == null) {
            return;
        }
        if (model.pending().get()) {
            Profile edited = model.edited().get();
            WhatIf.Terms terms = new WhatIf.Terms(edited, model.ruleSet(edited));
            effects.start(Job.of("what-if", _ -> effect(now, terms)), change -> {
                if (model.pending().get()) {
                    model.change().set(change);
                }
            });
        }
    }

    private Change effect(Detection now, WhatIf.Terms terms) {
        long start = System.nanoTime();
        return Change.between(now, whatIf.under(now, terms), start);
    }

    /** Reads a profile from a file and compares it with the one that holds. */
    void compare(Path file) {
        steps.compare(file);
    }

    /** Reads a profile from a file and makes it the draft. */
    void open(Path file) {
        files.start(Job.of("profile", _ -> ProfileFiles.read(file)), read -> {
            switch (read) {
                case ProfileFile.Valid(Profile profile) -> {
                    model.notice().set(null);
                    model.open(profile);
                }
                case ProfileFile.Faulty(List<String> reasons) ->
                    model.notice().set(file.getFileName() + ": " + String.join("; ", reasons));
            }
        });
    }

    /** Writes the draft to a file. */
    void save(Path file) {
        Profile profile = model.edited().get();
        files.start(
                Job.of("profile", _ -> {
                    try {
                        ProfileFiles.write(file, profile);
                        return "";
                    } catch (IOException e) {
                        return file.getFileName() + ": " + e;
                    }
                }),
                fault -> model.notice().set(fault.isEmpty() ? null : fault));
    }

    @Override
    public void close() {
        subscriptions.close();
        steps.close();
        effects.close();
        networks.close();
        files.close();
    }
}
