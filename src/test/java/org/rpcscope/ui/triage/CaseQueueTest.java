package org.rpcscope.ui.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rpcscope.job.PooledRunner;

/** What becomes of work with a case when the window closes; this thread stands for the one of JavaFX. */
@Timeout(20)
class CaseQueueTest {

    private final PooledRunner runner = new PooledRunner("case");
    private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CaseQueue queue = new CaseQueue(
            runner,
            later::add,
            refusal -> done.add("refused " + refusal),
            failure -> done.add(failure.getClass().getSimpleName()));

    @AfterEach
    void end() {
        runner.close();
    }

    private void ask(CaseQueue.Kind kind, String name) {
        queue.run(
                kind,
                () -> {
                    done.add(name);
                    return name;
                },
                result -> done.add("shown " + result));
    }

    /** Asks for something that is under way until the gate opens. */
    private void begin(CaseQueue.Kind kind, String name) {
        queue.run(
                kind,
                () -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    done.add(name);
                    return name;
                },
                _ -> {});
    }

    /** Finishes while what is under way still is. */
    private void finish() {
        Thread.ofVirtual().start(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            gate.countDown();
        });
        queue.finish();
    }

    @Test
    void oneIsDoneBehindTheOtherAndShown() throws InterruptedException {
        ask(CaseQueue.Kind.WRITES, "a");
        ask(CaseQueue.Kind.READS, "b");
        queue.afterwards(() -> done.add("afterwards"));
        while (queue.busy()) {
            later.take().run();
        }
        assertEquals(List.of("a", "shown a", "b", "shown b", "afterwards"), done);
    }

    @Test
    void whatWaitsToBeWrittenIsWrittenBehindWhatIsUnderWay() {
        begin(CaseQueue.Kind.WRITES, "first");
        ask(CaseQueue.Kind.READS, "log");
        queue.afterwards(() -> done.add("afterwards"));
        ask(CaseQueue.Kind.WRITES, "second");
        queue.run(
                CaseQueue.Kind.WRITES,
                () -> {
                    throw new IOException("the disk is full");
                },
                _ -> {});
        ask(CaseQueue.Kind.WRITES, "third");
        finish();
        assertEquals(List.of("first", "second", "refused the disk is full", "third"), done);
    }

    @Test
    void whatIsMeantForAnotherCaseIsNotWrittenIntoThisOne() {
        begin(CaseQueue.Kind.READS, "log");
        ask(CaseQueue.Kind.WRITES, "mine");
        ask(CaseQueue.Kind.OPENS, "other");
        ask(CaseQueue.Kind.WRITES, "of the other");
        finish();
        assertEquals(List.of("log", "mine"), done);
    }

    @Test
    void nothingIsWrittenBehindACaseThatIsBeingOpened() {
        begin(CaseQueue.Kind.OPENS, "other");
        ask(CaseQueue.Kind.WRITES, "of the other");
        finish();
        assertEquals(List.of("other"), done);
    }
}
