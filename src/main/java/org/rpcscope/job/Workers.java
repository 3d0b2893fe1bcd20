package org.rpcscope.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that split one step of a job between them and meet again at its end. The caller is one of them, so one
 * thread means no other thread at all. Not for steps that wait.
 */
public final class Workers implements AutoCloseable {

    private final int threads;
    private final @Nullable ExecutorService others;

    /** @param threads how many threads work on a step, the caller among them; at least one */
    public Workers(int threads) {
        this.threads = Math.max(1, threads);
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        };
        others = this.threads == 1 ? null : pool(this.threads - 1, factory);
    }

    /** As many as the machine has processors. */
    public static Workers ofMachine() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** Threads that end when nothing was to be done for a while, so that nobody has to close what is seldom used. */
    private static ExecutorService pool(int size, ThreadFactory factory) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    public int threads() {
        return threads;
    }

    /**
     * Calls the step for each number from 0 to count - 1, each once, in no order, and returns when all have ended. What a
     * step wrote is visible to the caller afterwards.
     *
     * @throws IllegalStateException with what the first failing step threw, after the others have ended
     */
    public void forEach(int count, IntConsumer step) {
        int helpers = Math.min(threads, count) - 1;
        if (others == null || helpers < 1) {
            for (int i = 0; i < count; i++) {
                step.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(helpers);
        for (int i = 0; i < helpers; i++) {
            others.execute(() -> {
                take(next, count, step, failure);
                ended.countDown();
            });
        }
        take(next, count, step, failure);
        await(ended);
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException("a worker failed", thrown);
        }
    }

    private static void take(
            AtomicInteger next, int count, IntConsumer step, AtomicReference<@Nullable Throwable> failure) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                step.accept(i);
            }
        } catch (Throwable thrown) { // rethrown by the caller of forEach
            failure.compareAndSet(null, thrown);
            next.set(count);
        }
    }

    private static void await(CountDownLatch ended) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted =
                        true; // the steps share buffers with the caller: leaving early would free them under their
                // hands
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdown();
        }
    }
}
