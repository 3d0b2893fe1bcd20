package org.rpcscope.job;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a job is, and whether it should stop. Written by the threads of the job, polled by whoever shows it; nothing is
 * pushed, so a job that reports a million steps costs its reader nothing. Units are the job's own, bytes for a reader.
 */
public final class Progress {

    private final AtomicLong done = new AtomicLong();
    private volatile long total = -1;
    private volatile boolean cancelled;

    /** States how much there is to do; negative while that is unknown. Any thread. */
    public void total(long amount) {
        total = amount;
    }

    /** Adds to what is done. Any thread. */
    public void advance(long amount) {
        done.addAndGet(amount);
    }

    public long done() {
        return done.get();
    }

    /** The whole amount, or a negative number while it is unknown. */
    public long total() {
        return total;
    }

    /** Asks the job to stop at its next check. It keeps what it has; any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Jobs ask this at least once in 50 ms of work. */
    public boolean cancelled() {
        return cancelled;
    }
}
