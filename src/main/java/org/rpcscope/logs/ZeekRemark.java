package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;

/**
 * What one line of a Zeek log beside {@code conn.log} says of a connection.
 *
 * @param connection the uid, by which Zeek's logs name a connection; the ends where there is none
 * @param source the number of the originator's address in the pool
 * @param ports the originator's port in the upper half, the responder's in the lower
 * @param time nanoseconds since 1970
 * @param origin the offset of the line
 * @param call an operation that was called; null for lines of other logs
 * @param authentication null for lines of other logs
 */
record ZeekRemark(
        String connection,
        int source,
        int destination,
        int ports,
        long time,
        long origin,
        @Nullable Call call,
        @Nullable Authentication authentication) {

    /**
     * A line of {@code dce_rpc.log}; what it leaves out is null.
     *
     * @param endpoint the interface, by Zeek's name for it
     * @param pipe the named pipe without {@code \PIPE\}; null over TCP, where Zeek writes the port instead
     */
    record Call(
            @Nullable String endpoint,
            @Nullable String operation,
            @Nullable String pipe) {}
}
