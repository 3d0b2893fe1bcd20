package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;

class JobSlotTest {

    /** Jobs that end when the test says so. */
    private static final class ByHand implements JobRunner {
        final List<Runnable> ends = new ArrayList<>();
        final List<JobHandle<?>> handles = new ArrayList<>();

        @Override
        public <R> JobHandle<R> start(Job<R> job) {
            JobHandle<R> handle = new JobHandle<>(job.title(), new Progress(), new CompletableFuture<>());
            handles.add(handle);
            ends.add(() -> {
                try {
                    handle.result().complete(job.run(handle.progress()));
                } catch (Exception e) {
                    handle.result().completeExceptionally(e);
                }
            });
            return handle;
        }
    }

    private final ByHand runner = new ByHand();
    private final List<String> shown = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private JobSlot slot(JobSlot.Older older) {
        return new JobSlot(runner, Runnable::run, older, failures::add);
    }

    @Test
    void anOlderComputationIsCancelledAndItsResultDropped() {
        JobSlot slot = slot(JobSlot.Older.CANCELLED);
        slot.start(Job.of("first", _ -> "first"), shown::add);
        slot.start(Job.of("second", _ -> "second"), shown::add);
        assertTrue(runner.handles.getFirst().progress().cancelled());
        runner.ends.get(0).run();
        runner.ends.get(1).run();
        assertEquals(List.of("second"), shown);
    }

    @Test
    void growingDataIsShownBeforeTheNewestRunsAndWhatCameBetweenIsSkipped() {
        JobSlot slot = slot(JobSlot.Older.FINISHED);
        for (String name : List.of("first", "second", "third")) {
            slot.start(Job.of(name, _ -> name), shown::add);
        }
        assertEquals(1, runner.ends.size());
        runner.ends.get(0).run();
        assertEquals(List.of("first"), shown);
        runner.ends.get(1).run();
        assertEquals(List.of("first", "third"), shown);
        assertFalse(slot.busy());
    }

    @Test
    void nothingIsDeliveredAfterClosing() {
        JobSlot slot = slot(JobSlot.Older.FINISHED);
        slot.start(Job.of("first", _ -> "first"), shown::add);
        slot.close();
        runner.ends.get(0).run();
        slot.start(Job.of("second", _ -> "second"), shown::add);
        assertEquals(List.of(), shown);
        assertEquals(1, runner.ends.size());
    }

    @Test
    void aFailureIsHeardAndTheNextComputationRuns() {
        JobSlot slot = slot(JobSlot.Older.FINISHED);
        IllegalStateException defect = new IllegalStateException("defect");
        slot.start(
                Job.of("first", _ -> {
                    throw defect;
                }),
                (String result) -> shown.add(result));
        slot.start(Job.of("second", _ -> "second"), shown::add);
        runner.ends.get(0).run();
        runner.ends.get(1).run();
        assertEquals(List.of(defect), failures);
        assertEquals(List.of("second"), shown);
    }
}
