package org.rpcscope.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.job.Job;
import org.rpcscope.job.Workers;
import org.rpcscope.net.Networks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Thresholds;
import org.rpcscope.tuning.Weights;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;

/**
 * Keeps the flagged sessions up to date: looks at the tables when told to, and runs the detector where one has changed, one
 * run at a time. JavaFX thread only.
 */
final class Analysis implements AutoCloseable {

    private final Engine engine;
    private final Detector detector;
    private final JobSlot slot;
    private final Workers workers = Workers.ofMachine();
    private final ReadOnlyObjectWrapper<@Nullable Detection> detection = new ReadOnlyObjectWrapper<>();

    private List<ObservationTable> tables = List.of();
    private long epochs = -1;
    private Wanted wanted;
    private @Nullable Wanted answered;

    /** What decides, beside the tables. */
    private record Wanted(RuleSet rules, Networks networks, Weights weights, Thresholds thresholds) {}

    Analysis(Engine engine, Profile profile, RuleSet rules, FxThread fx, Consumer<Throwable> failures) {
        this.engine = engine;
        this.wanted = new Wanted(rules, profile.networks(0), profile.weights(), profile.thresholds());
        this.detector = new Detector(
                engine.pools(),
                rules.rules(),
                wanted.networks(),
                wanted.weights(),
                engine.own().interfaces());
        this.slot = new JobSlot(engine.runner(), fx, JobSlot.Older.FINISHED, failures);
    }

    /** The flagged sessions as of the last run; null before the first. */
    ReadOnlyObjectProperty<@Nullable Detection> detection() {
        return detection.getReadOnlyProperty();
    }

    /** Answers by another profile from now on. */
    void apply(Profile profile, RuleSet rules) {
        wanted = new Wanted(
                rules, profile.networks(wanted.networks().version() + 1), profile.weights(), profile.thresholds());
        look();
    }

    /** Whether a run is under way. */
    boolean busy() {
        return slot.busy();
    }

    /** Runs the detector if there is anything new and it is not running. Called ten times a second. */
    void look() {
        List<ObservationTable> now = engine.imports().tables();
        long sum = now.stream().mapToLong(ObservationTable::epoch).sum();
        boolean changed = sum != epochs || !now.equals(tables) || wanted != answered;
        if (!changed || slot.busy() || now.isEmpty() && detection.get() == null) {
            return;
        }
        tables = now;
        epochs = sum;
        answered = wanted;
        Wanted by = wanted;
        slot.start(
                Job.of("detect", _ -> {
                    detector.rules(by.rules().rules(), by.rules().exceptions());
                    detector.networks(by.networks());
                    detector.weights(by.weights());
                    detector.thresholds(by.thresholds());
                    return detector.run(now, workers);
                }),
                detection::set);
    }

    @Override
    public void close() {
        slot.close();
    }
}
