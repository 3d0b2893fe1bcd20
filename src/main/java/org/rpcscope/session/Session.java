package org.rpcscope.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Conversation;

/**
 * One session as it is known now: a picture for a line on the screen or a record, put together from the observations of
 * every input that saw it. Not stored anywhere.
 *
 * @param number its place in {@link Sessions}, which changes when inputs come or go
 * @param start nanoseconds since 1970
 * @param end nanoseconds since 1970
 * @param evidence bits of {@link Evidence}
 * @param conversation what was said over DCE/RPC, as all inputs together know it
 * @param seen where it was seen, in the order of the inputs
 */
public record Session(
        int number,
        Ends ends,
        long start,
        long end,
        Counters counters,
        int evidence,
        Words words,
        Conversation conversation,
        List<Seen> seen) {

    public Tier tier() {
        return Tier.of(evidence);
    }

    public Outcome outcome() {
        return Evidence.outcome(evidence);
    }

    /** The two ends; the originator is the one that opened the conversation. */
    public record Ends(
            IpAddress source, int sourcePort, IpAddress destination, int destinationPort, Transport transport) {}

    /**
     * Transport payload bytes and packets each way; {@link ObservationTable#UNKNOWN} where no input says. Where none counts
     * payload, the bytes are what a log counts, headers included.
     */
    public record Counters(long sourceBytes, long destinationBytes, long sourcePackets, long destinationPackets) {}

    /** The words of the first log that has some; the policy is the rule by which a firewall decided. */
    public record Words(
            @Nullable String action,
            @Nullable String state,
            @Nullable String history,
            @Nullable String service,
            @Nullable String user,
            @Nullable String host,
            @Nullable String process,
            @Nullable String policy) {

        /** No log has any. */
        public static final Words NONE = new Words(null, null, null, null, null, null, null, null);

        /** Words of a log that names nobody. */
        public Words(
                @Nullable String action, @Nullable String state, @Nullable String history, @Nullable String service) {
            this(action, state, history, service, null, null, null, null);
        }
    }

    /**
     * One observation of the session.
     *
     * @param origin the offset of its first record in the unpacked input
     * @param records how many packets of a capture, or lines of a log, belong to it
     */
    public record Seen(Input input, long origin, long records) {}
}
