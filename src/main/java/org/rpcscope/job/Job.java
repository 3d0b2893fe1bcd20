package org.rpcscope.job;

/**
 * Work that takes longer than a frame. Its inputs are taken before it starts and do not change while it runs; it is run
 * once, on a thread of a {@link JobRunner}, and says how far it is through its {@link Progress}.
 *
 * @param <R> what it yields; of a cancelled job, what was ready
 */
public interface Job<R> {

    /** What the task list calls it, such as the name of the file that is read. */
    String title();

    /** Does the work. An exception is a defect or an exhausted machine: bad input is part of the result, never thrown. */
    R run(Progress progress) throws Exception;

    /** A job from a title and a body. */
    static <R> Job<R> of(String title, Body<R> body) {
        return new Job<>() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public R run(Progress progress) throws Exception {
                return body.run(progress);
            }
        };
    }

    /** The body of a job that has no state of its own. */
    @FunctionalInterface
    interface Body<R> {
        R run(Progress progress) throws Exception;
    }
}
