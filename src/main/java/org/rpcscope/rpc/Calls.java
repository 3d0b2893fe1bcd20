package org.rpcscope.rpc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one operation in a conversation.
 *
 * @param uuid of the interface that the context had at the time of the call; null where the bind was not captured, and in
 *     logs that have names only
 * @param opnum {@link #UNKNOWN_OPNUM} where a log has a name only
 * @param interfaceName as a log writes it; null from captures, whose names come from {@link Interfaces}
 * @param operationName as a log writes it; null from captures
 * @param count how often it was called
 * @param faults how many of the calls were answered by a fault
 */
public record Calls(
        @Nullable UUID uuid,
        int opnum,
        @Nullable String interfaceName,
        @Nullable String operationName,
        long count,
        long faults) {

    /** The number of an operation that is known by name only. */
    public static final int UNKNOWN_OPNUM = -1;

    /** Calls that a capture shows. */
    public static Calls captured(@Nullable UUID uuid, int opnum, long count, long faults) {
        return new Calls(uuid, opnum, null, null, count, faults);
    }

    /** Calls that a log names. */
    public static Calls logged(@Nullable String interfaceName, @Nullable String operationName, long count) {
        return new Calls(null, UNKNOWN_OPNUM, interfaceName, operationName, count, 0);
    }

    /** Whether a log tells of them by name. */
    public boolean isLogged() {
        return interfaceName != null || operationName != null;
    }
}
