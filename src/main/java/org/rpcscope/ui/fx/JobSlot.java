package org.rpcscope.ui.fx;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;

/**
 * The place of one computation that is started again and again, such as a sort: at most one is current, and only its
 * result is delivered, on the JavaFX thread. All methods: JavaFX thread only.
 */
public final class JobSlot implements AutoCloseable {

    /** What happens to a computation that still runs when a newer one comes. */
    public enum Older {
        /** It is cancelled and its result dropped: for what the analyst changed meanwhile. */
        CANCELLED,
        /** It ends and is shown, then the newest runs: for data that grows, or nothing would ever be shown. */
        FINISHED
    }

    private final JobRunner runner;
    private final FxThread fx;
    private final Older older;
    private final Consumer<Throwable> failures;
    private final @Nullable PauseTransition pause;

    private @Nullable JobHandle<?> running;
    private @Nullable Runnable waiting;
    private int generation;
    private boolean closed;

    /** A slot that starts what it is given at once. */
    public JobSlot(JobRunner runner, FxThread fx, Older older, Consumer<Throwable> failures) {
        this(runner, fx, older, Duration.ZERO, failures);
    }

    /**
     * @param debounce how long to wait for a newer computation before starting one
     * @param failures hears of what a job threw, on the JavaFX thread
     */
    public JobSlot(JobRunner runner, FxThread fx, Older older, Duration debounce, Consumer<Throwable> failures) {
        this.runner = runner;
        this.fx = fx;
        this.older = older;
        this.failures = failures;
        this.pause = debounce.greaterThan(Duration.ZERO) ? new PauseTransition(debounce) : null;
    }

    /** Makes this the newest computation; the result is delivered unless a newer one or {@link #close} comes first. */
    public <R> void start(Job<R> job, Consumer<R> result) {
        start(older, job, result);
    }

    /** The same, but cancels an older one even where the slot lets them end: for what the analyst changed meanwhile. */
    public <R> void restart(Job<R> job, Consumer<R> result) {
        start(Older.CANCELLED, job, result);
    }

    private <R> void start(Older before, Job<R> job, Consumer<R> result) {
        if (closed) {
            return;
        }
        Runnable launch = () -> launch(job, result);
        if (pause != null) {
            pause.setOnFinished(_ -> takeTurn(before, launch));
            pause.playFromStart();
        } else {
            takeTurn(before, launch);
        }
    }

    /** Cancels what runs and drops what waits: nobody wants a result any more. */
    public void cancel() {
        generation++;
        waiting = null;
        if (pause != null) {
            pause.stop();
        }
        JobHandle<?> current = running;
        running = null;
        if (current != null) {
            current.cancel();
        }
    }

    /** Whether a computation runs or waits. */
    public boolean busy() {
        return running != null || waiting != null;
    }

    private void takeTurn(Older before, Runnable launch) {
        JobHandle<?> current = running;
        if (current != null && before == Older.FINISHED) {
            waiting = launch;
            return;
        }
        waiting = null;
        if (current != null) {
            current.cancel();
        }
        launch.run();
    }

    private <R> void launch(Job<R> job, Consumer<R> result) {
        int mine = ++generation;
        JobHandle<R> handle = runner.start(job);
        running = handle;
        var _ = handle.result()
                .whenComplete((value, failure) -> fx.later(() -> ended(mine, () -> {
                    if (failure == null) {
                        result.accept(value);
                    } else if (!(failure instanceof CancellationException)) {
                        failures.accept(failure);
                    }
                })));
    }

    private void ended(int which, Runnable deliver) {
        if (closed || which != generation) {
            return;
        }
        running = null;
        Runnable next = waiting;
        waiting = null;
        try {
            deliver.run();
        } finally {
            if (next != null && running == null) {
                next.run();
            }
        }
    }

    /** Cancels what runs and drops what waits; nothing is delivered afterwards. */
    @Override
    public void close() {
        closed = true;
        waiting = null;
        if (pause != null) {
            pause.stop();
        }
        if (running != null) {
            running.cancel();
        }
    }
}
