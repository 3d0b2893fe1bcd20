package org.rpcscope.ui.triage;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;

/** Work with the open case, one after the other, in the order in which it was asked for. JavaFX thread only. */
final class CaseQueue {

    private final JobRunner runner;
    private final FxThread fx;
    private final Consumer<String> refusals;
    private final Consumer<Throwable> failures;
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);
    private @Nullable Asked current;

    /** What work does to the case. */
    enum Kind {
        /** It changes nothing. */
        READS,
        /** It writes what the analyst did. */
        WRITES,
        /** It puts another case in place of the open one: what is asked for behind it is meant for that. */
        OPENS
    }

    /** Work with files. */
    interface Work<R> {
        R result() throws IOException;
    }

    /** @param turn begins the work */
    private record Asked(Kind kind, Work<?> work, Runnable turn) {}

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
    <R> void run(Kind kind, Work<R> work, Consumer<R> result) {
        waiting.addLast(new Asked(kind, work, () -> {
            CompletableFuture<R> end =
                    runner.start(Job.of("case", _ -> work.result())).result();
            underWay = end;
            var _ = end.whenComplete((value, failure) -> fx.later(() -> {
                current = null;
                if (failure == null) {
                    result.accept(value);
                } else if (failure instanceof IOException refused) {
                    refusals.accept(String.valueOf(refused.getMessage()));
                } else {
                    failures.accept(failure);
                }
                goOn();
            }));
        }));
        goOn();
    }

    /** Runs something on this thread when all that was asked for before is done. */
    void afterwards(Runnable task) {
        waiting.addLast(new Asked(Kind.READS, () -> task, () -> {
            current = null;
            task.run();
            goOn();
        }));
        goOn();
    }

    private void goOn() {
        if (current == null && !waiting.isEmpty()) {
            Asked next = waiting.removeFirst();
            current = next;
            next.turn().run();
        }
    }

    /** Whether something is under way or waits. */
    boolean busy() {
        return current != null || !waiting.isEmpty();
    }

    /**
     * Waits for what is under way and writes what waits, on this thread, so that nothing is lost that was done just before the
     * window closed. What only reads is left out, and what was meant for a case that never came in place.
     */
    void finish() {
        var _ = underWay.handle((_, _) -> true).join();
        boolean same = current == null || current.kind() != Kind.OPENS;
        while (same && !waiting.isEmpty()) {
            Asked next = waiting.removeFirst();
            same = next.kind() != Kind.OPENS;
            if (next.kind() == Kind.WRITES) {
                write(next.work());
            }
        }
        waiting.clear();
    }

    private void write(Work<?> work) {
        try {
            var _ = work.result();
        } catch (IOException refused) {
            refusals.accept(String.valueOf(refused.getMessage()));
        }
    }
}
