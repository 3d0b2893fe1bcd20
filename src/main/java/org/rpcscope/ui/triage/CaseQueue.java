package org.rpcscope.ui.triage;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;

/** Work with the open case, one after the other, in the order in which it was asked for. JavaFX thread only. */
final class CaseQueue {

    private final JobRunner runner;
    private final FxThread fx;
    private final Consumer<String> refusals;
    private final Consumer<Throwable> failures;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Work with files. */
    interface Work<R> {
        R result() throws IOException;
    }

    /**
     * @param refusals hears what the disk refuses
     * @param failures hears of defects in a job
     */
    CaseQueue(JobRunner runner, FxThread fx, Consumer<String> refusals, Consumer<Throwable> failures) {
        this.runner = runner;
        this.fx = fx;
        this.refusals = refusals;
        this.failures = failures;
    }

    /** Where the disk refuses, that is said, and the next is tried. */
    <R> void run(Work<R> work, Consumer<R> result) {
        waiting.addLast(() -> {
            var _ = runner.start(Job.of("case", _ -> work.result()))
                    .result()
                    .whenComplete((value, failure) -> fx.later(() -> {
                        busy = false;
                        if (failure == null) {
                            result.accept(value);
                        } else if (failure instanceof IOException refused) {
                            refusals.accept(String.valueOf(refused.getMessage()));
                        } else {
                            failures.accept(failure);
                        }
                        goOn();
                    }));
        });
        goOn();
    }

    /** Runs something on this thread when all that was asked for before is done. */
    void afterwards(Runnable task) {
        waiting.addLast(() -> {
            busy = false;
            task.run();
            goOn();
        });
        goOn();
    }

    private void goOn() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.removeFirst().run();
        }
    }

    /** Whether something is under way or waits. */
    boolean busy() {
        return busy || !waiting.isEmpty();
    }

    /** Forgets what waits. */
    void clear() {
        waiting.clear();
    }
}
