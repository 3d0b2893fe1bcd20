package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;

/** Takes the connections of a line, one after the other, and what is wrong with it. One thread. */
public final class Records {

    private final Connection connection;
    private final LocalTimes times;
    private Rows rows = new Rows();
    private long at;
    private boolean faulty;

    public Records(Connection connection, LocalTimes times) {
        this.connection = connection;
        this.times = times;
    }

    void line(Rows to, long offset) {
        rows = to;
        at = offset;
        faulty = false;
    }

    /** Whether anything was wrong with the line. */
    boolean faulty() {
        return faulty;
    }

    /** Begins a connection: all of it is absent. */
    public Connection begin() {
        connection.clear();
        return connection;
    }

    /** Adds the connection that was begun last; where it lacks something, that is a problem. */
    public void commit() {
        if (connection.isOfOtherTransport()) {
            return;
        }
        if (connection.start == Connection.NO_TIME) {
            connection.start = times.ofFile();
        }
        @Nullable String fault = connection.fault();
        if (fault == null) {
            rows.add(connection, at);
        } else {
            problem(fault);
        }
    }

    /** Notes what is wrong with the line, as a phrase. */
    public void problem(String reason) {
        faulty = true;
        rows.problem(at, reason);
    }
}
