package org.rpcscope.job;

import java.util.concurrent.CompletableFuture;

/**
 * A job that was started: its progress, its end, and the way to cancel it.
 *
 * @param title what the task list calls it
 * @param progress how far it is; shared with the running job
 * @param result completes on the job's thread with what the job yields, or with what it threw
 */
public record JobHandle<R>(String title, Progress progress, CompletableFuture<R> result) {

    public void cancel() {
        progress.cancel();
    }

    public boolean ended() {
        return result.isDone();
    }
}
