package org.rpcscope.capture;

import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Evidence;

/**
 * One conversation as it is tracked: what its observation will say, and what is needed to tell retransmissions and a new
 * conversation on the same ends. Its two ends are in the order of (address, port), the lower first.
 */
final class Flow {

    /** The row is not given yet: the flow began in the chunks that are being tracked. */
    static final int NO_ROW = -1;

    /** A jump in sequence numbers beyond any window (RFC 7323: at most 2^30) is another numbering, not a gap. */
    private static final int LARGEST_WINDOW = 1 << 30;

    final long lowHigh;
    final long lowLow;
    final long highHigh;
    final long highLow;
    /** The port of the lower end in the upper half, that of the higher in the lower. */
    final int ports;

    final boolean udp;
    final long start;
    final long origin;
    final Side low = new Side();
    final Side high = new Side();

    int row = NO_ROW;
    /** Whether the stored source is the lower end. Decided with the first packet; {@link Evidence#TURNED} mends it. */
    final boolean lowIsSource;

    int evidence;
    long end;
    /** Changed since its row was last written. */
    boolean dirty;

    boolean reset;

    /** Its first payload is awaited, to be listened to from there on. */
    boolean awaited;
    /** Who listens to it, while somebody does. */
    @Nullable
    Inspected inspected;

    Flow(FlowKey key, boolean lowIsSource, long start, long origin) {
        this.lowHigh = key.lowHigh;
        this.lowLow = key.lowLow;
        this.highHigh = key.highHigh;
        this.highLow = key.highLow;
        this.ports = key.ports;
        this.udp = key.udp;
        this.lowIsSource = lowIsSource;
        this.start = start;
        this.end = start;
        this.origin = origin;
        this.evidence = udp ? Evidence.UDP : 0;
    }

    /** What one end has sent. */
    static final class Side {
        long bytes;
        int packets;
        /** The first sequence number seen: that of the SYN where there was one. */
        int first;
        /** The sequence number after the last byte seen. */
        int next;
        /** Whether the two numbers mean anything yet. */
        boolean numbered;

        boolean fin;

        /** Counts new payload: what was sent before is a retransmission, what is skipped was sent and not captured. */
        void send(int sequence, int length) {
            int ahead = sequence + length - next;
            if (!numbered || Math.abs((long) ahead) > LARGEST_WINDOW) {
                bytes += length;
                first = numbered ? first : sequence;
                next = sequence + length;
                numbered = true;
            } else if (ahead > 0) {
                bytes += ahead;
                next = sequence + length;
            }
        }
    }

    Side side(boolean lower) {
        return lower ? low : high;
    }

    boolean has(int wanted) {
        return Evidence.has(evidence, wanted);
    }

    /** Whether the lower end is the originator, as far as is known. */
    boolean lowIsOriginator() {
        return lowIsSource != has(Evidence.TURNED);
    }

    /** Takes note of who opened, if nobody surer has said so before. */
    void opened(boolean byLower) {
        if (!has(Evidence.DIRECTION_KNOWN)) {
            boolean turn = byLower != lowIsSource;
            evidence |= Evidence.DIRECTION_KNOWN | (turn ? Evidence.TURNED : 0);
        }
    }

    /** Both ends closed, or one reset: what comes later on these ends may be another conversation. */
    boolean closed() {
        return reset || (low.fin && high.fin);
    }
}
