package org.rpcscope.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Step;

/**
 * A conversation in full, as far as it was read again: every message of DCE/RPC and every packet, in the order of the
 * input. Immutable.
 *
 * @param steps empty where no DCE/RPC was recognised
 * @param truncated whether there was more of either than is kept
 * @param problem why it may not be all, or why there is nothing, as a sentence; null where nothing is wrong
 */
public record Transcript(
        List<Step> steps,
        List<Packet> packets,
        boolean truncated,
        @Nullable String problem) {

    /** So many steps are kept of a conversation. */
    public static final int MOST_STEPS = 20_000;

    /** So many packets are kept of a conversation. */
    public static final int MOST_PACKETS = 20_000;

    public Transcript {
        steps = List.copyOf(steps);
        packets = List.copyOf(packets);
    }

    /** Nothing, and why. */
    public static Transcript missing(String problem) {
        return new Transcript(List.of(), List.of(), false, problem);
    }
}
