package org.rpcscope.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;

/**
 * What one line of a log says of what was said in a connection: Zeek's logs beside {@code conn.log}, and EVE.
 *
 * @param connection the uid or flow id, by which the log names a connection; the ends where there is none
 * @param source the number of the originator's address in the pool
 * @param ports the originator's port in the upper half, the responder's in the lower
 * @param time nanoseconds since 1970
 * @param origin the offset of the line
 * @param call an operation that was called; null for lines of other logs
 * @param authentication null for lines of other logs
 * @param bindings the interfaces that a line says were asked for
 */
record Remark(
        String connection,
        int source,
        int destination,
        int ports,
        long time,
        long origin,
        @Nullable Call call,
        @Nullable Authentication authentication,
        List<Binding> bindings) {

    /**
     * A call of an operation; what the log leaves out is null.
     *
     * @param endpoint the interface, by the log's name for it
     * @param pipe the named pipe without {@code \PIPE\}; null over TCP, where Zeek writes the port instead
     * @param opnum {@link Calls#UNKNOWN_OPNUM} where the log has names
     * @param fault whether it was answered by a fault
     */
    record Call(
            @Nullable String endpoint,
            @Nullable String operation,
            @Nullable String pipe,
            int opnum,
            boolean fault) {

        /** A line of {@code dce_rpc.log}. */
        static Call named(@Nullable String endpoint, @Nullable String operation, @Nullable String pipe) {
            return new Call(endpoint, operation, pipe, Calls.UNKNOWN_OPNUM, false);
        }
    }
}
