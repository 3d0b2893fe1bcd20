package org.rpcscope.job;

import java.util.concurrent.CompletableFuture;

/** Where jobs run: at once on the caller's thread in tests, on a pool in the program. */
public interface JobRunner {

    /** Starts the job. Returns at once, or after it with {@link #direct()}. Any thread. */
    <R> JobHandle<R> start(Job<R> job);

    /** Runs each job on the thread that starts it, to its end. For tests and the command line. */
    static JobRunner direct() {
        return new JobRunner() {
            @Override
            public <R> JobHandle<R> start(Job<R> job) {
                JobHandle<R> handle = new JobHandle<>(job.title(), new Progress(), new CompletableFuture<>());
                PooledRunner.complete(job, handle);
                return handle;
            }
        };
    }
}
