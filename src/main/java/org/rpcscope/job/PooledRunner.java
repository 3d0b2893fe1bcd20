package org.rpcscope.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs jobs on daemon threads, so that none keeps the program alive. Each job has a thread of its own: jobs are few, and a
 * short one, such as a sort, must not wait behind a file that takes minutes.
 */
public final class PooledRunner implements JobRunner, AutoCloseable {

    private final ExecutorService threads;

    /** @param name what the threads are called, for logs and profilers */
    public PooledRunner(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        threads = Executors.newCachedThreadPool(factory);
    }

    @Override
    public <R> JobHandle<R> start(Job<R> job) {
        JobHandle<R> handle = new JobHandle<>(job.title(), new Progress(), new CompletableFuture<>());
        threads.execute(() -> complete(job, handle));
        return handle;
    }

    /** Lets no new job start; running ones end by themselves or are cancelled by their owners. */
    @Override
    public void close() {
        threads.shutdown();
    }

    static <R> void complete(Job<R> job, JobHandle<R> handle) {
        try {
            handle.result().complete(job.run(handle.progress()));
        } catch (Throwable failure) { // handed on, not swallowed: whoever holds the handle must hear of every end
            handle.result().completeExceptionally(failure);
        }
    }
}
