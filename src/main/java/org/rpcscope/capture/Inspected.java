package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamInspector;

/** A conversation that is listened to: its two sides are brought into order and told to an inspector. */
final class Inspected {

    /** So many bytes of memory a conversation is counted with that is silent and has nothing unfinished. */
    static final int IDLE = 1024;

    /** So many bytes may be held of segments that came early. */
    static final int MOST_HELD = 1 << 16;

    final Flow flow;
    private final StreamInspector<Conversation> inspector;
    /** As it was known at the start: an inspector's sides are never exchanged under its hands. */
    private final boolean lowIsOriginator;

    private final @Nullable Sequencer low;
    private final @Nullable Sequencer high;
    private int written;
    /** The memory that its partition counts it with. */
    int counted;

    /** Its neighbours in {@link BySilence}: the one that was heard before it, and the one after. */
    @Nullable
    Inspected before;

    @Nullable
    Inspected after;

    Inspected(Flow flow, StreamInspector<Conversation> inspector) {
        this.flow = flow;
        this.inspector = inspector;
        this.lowIsOriginator = flow.lowIsOriginator();
        this.low = flow.udp ? null : new Sequencer(inspector, lowIsOriginator);
        this.high = flow.udp ? null : new Sequencer(inspector, !lowIsOriginator);
        this.written = inspector.version();
    }

    /** States where a side's bytes begin. */
    void begin(boolean lower, int sequence) {
        Sequencer side = side(lower);
        if (side != null) {
            side.begin(sequence);
        }
    }

    private @Nullable Sequencer side(boolean lower) {
        return lower ? low : high;
    }

    /** Takes a packet of the conversation. */
    void take(boolean fromLow, Packets packets, int packet, ByteBuffer bytes) {
        Sequencer sender = side(fromLow);
        Sequencer other = side(!fromLow);
        if (sender == null || other == null) {
            datagram(fromLow, packets, packet, bytes);
        } else {
            segment(sender, other, packets, packet, bytes);
        }
    }

    private void datagram(boolean fromLow, Packets packets, int packet, ByteBuffer bytes) {
        boolean fromOriginator = fromLow == lowIsOriginator;
        int length = packets.payloadLength(packet);
        int captured = packets.payloadCaptured(packet);
        long time = packets.time(packet);
        if (captured > 0) {
            inspector.bytes(
                    fromOriginator, time, packets.origin(packet), bytes, packets.payloadOffset(packet), captured);
        }
        if (captured < length) {
            inspector.gap(fromOriginator, time, length - captured);
        }
    }

    private void segment(Sequencer sender, Sequencer other, Packets packets, int packet, ByteBuffer bytes) {
        int flags = packets.tcpFlags(packet);
        int length = packets.payloadLength(packet);
        long time = packets.time(packet);
        if ((flags & Tracker.ACK) != 0) {
            other.acknowledge(packets.acknowledgement(packet), time); // it had the other's bytes before it sent these
        }
        if ((flags & Tracker.RST) != 0) {
            return; // what a reset carries is for people (RFC 9293 3.5.3)
        }
        int sequence = packets.sequence(packet) + ((flags & Tracker.SYN) != 0 ? 1 : 0);
        if (length > 0) {
            int offset = packets.payloadOffset(packet);
            sender.segment(
                    sequence, length, bytes, offset, packets.payloadCaptured(packet), time, packets.origin(packet));
        }
        if ((flags & Tracker.FIN) != 0) {
            sender.end(sequence + length);
        }
        while (sender.held() + other.held() > MOST_HELD) {
            (sender.held() > other.held() ? sender : other).skip(time);
        }
    }

    /** Bytes of memory, about. */
    int memory() {
        return IDLE + inspector.pending() + (low == null || high == null ? 0 : low.held() + high.held());
    }

    /** Whether nothing that comes can say more. */
    boolean over() {
        boolean complete = low == null || high == null || (low.complete() && high.complete());
        return inspector.done() || flow.reset || (complete && flow.closed());
    }

    boolean recognised() {
        return inspector.recognised();
    }

    /** Tells the inspector what is held: nothing more will come. */
    void finish() {
        if (low != null && high != null) {
            low.finish(flow.end);
            high.finish(flow.end);
        }
    }

    /** Forgets what is unfinished. */
    void drop() {
        if (low != null && high != null) {
            low.forget();
            high.forget();
        }
        inspector.drop();
    }

    /** Writes what was said, if that is more than before; the flow has its row by now. */
    void write(ObservationTable table) {
        if (inspector.version() == written) {
            return;
        }
        written = inspector.version();
        Conversation said = inspector.result();
        if (said != null) {
            table.converse(flow.row, said);
            table.touch(flow.row);
        }
    }
}
