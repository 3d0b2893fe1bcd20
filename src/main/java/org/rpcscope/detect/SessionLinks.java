package org.rpcscope.detect;

/**
 * How a session hangs together with others by announced ports. Sessions are known by their numbers in
 * {@link Detection#sessions}.
 *
 * @param announcer the session that announced this one's port, or {@link #NOBODY}
 * @param announced the sessions that this one announced the ports of, ascending
 */
public record SessionLinks(int announcer, int[] announced) {

    /** Nobody announced the port. */
    public static final int NOBODY = -1;

    /** A session that has nothing to do with announced ports. */
    static final SessionLinks NONE = new SessionLinks(NOBODY, new int[0]);

    /** Takes its own copy. */
    public SessionLinks {
        announced = announced.clone();
    }

    /** The caller's own copy. */
    @Override
    public int[] announced() {
        return announced.clone();
    }
}
