package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamProbe;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * Tracks the conversations of one partition. Sees its packets in the order of the file, whoever decoded them; one thread
 * at a time. Who opened a conversation, when it ends and how it went are as {@code cli.md} decides.
 */
final class Tracker {

    /** A UDP conversation ends with so much silence, and a closed TCP one leaves its ends free. */
    private static final long SILENCE = 60_000_000_000L;

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int ACK = 0x10;

    private final StreamProbe probe;
    private final Inspections inspections;
    private final FlowTable flows = new FlowTable();
    private final FlowKey key = new FlowKey();
    private final List<Flow> fresh = new ArrayList<>();
    private final List<Flow> dirty = new ArrayList<>();
    private @Nullable Reassembly reassembly;

    Tracker(StreamInspection<Conversation> inspection) {
        this.probe = inspection.probe();
        this.inspections = new Inspections(inspection);
    }

    /** The flows that began since the last {@link #flush}, in the order of the file. */
    List<Flow> fresh() {
        return fresh;
    }

    /** Takes the packets of a chunk that belong to the partition; their payloads are in the chunk's bytes. */
    void track(Packets packets, ByteBuffer bytes) {
        for (int packet = 0; packet < packets.count(); packet++) {
            take(packets, packet, bytes);
        }
    }

    /** Takes one packet. */
    void take(Packets packets, int packet, ByteBuffer bytes) {
        switch (packets.kind(packet)) {
            case Packets.TCP -> segment(packets, packet, bytes);
            case Packets.UDP -> datagram(packets, packet, bytes);
            case Packets.ICMP_ERROR -> error(packets, packet);
            default -> fragment(packets, packet, bytes);
        }
    }

    private void segment(Packets packets, int packet, ByteBuffer bytes) {
        int flags = packets.tcpFlags(packet);
        int sequence = packets.sequence(packet);
        long time = packets.time(packet);
        boolean syn = (flags & SYN) != 0;
        boolean ack = (flags & ACK) != 0;
        key.of(packets, packet, false);
        Flow flow = flows.find(key);
        if (flow == null || another(flow, syn, ack, sequence, time)) {
            flow = begin(flow, syn ? key.fromLow != ack : key.lowOpened(), packets, packet);
            flow.awaited = inspections.atHome(flow.ports);
            if (!syn) {
                flow.evidence |= Evidence.MID_STREAM;
            }
        }
        Flow.Side sender = flow.side(key.fromLow);
        if (syn) {
            handshake(flow, sender, ack, sequence);
        }
        seen(flow, sender, time);
        int length = packets.payloadLength(packet);
        if (length > 0) {
            boolean numbered = sender.numbered;
            int next = sender.next;
            sender.send(syn ? sequence + 1 : sequence, length);
            boolean sighted = payload(flow, packets, packet, bytes);
            if (flow.awaited) {
                listen(flow, numbered ? next : sequence);
            } else if (sighted && flow.inspected == null) {
                listen(flow, sequence);
            }
        }
        if ((flags & RST) != 0) {
            reset(flow);
        } else if ((flags & FIN) != 0) {
            sender.fin = true;
        }
        Inspected inspected = flow.inspected;
        if (inspected != null) {
            inspections.take(inspected, key.fromLow, packets, packet, bytes);
        }
    }

    /**
     * Begins to listen to both sides of a TCP conversation.
     *
     * @param sequence where the bytes of the one that is sending begin
     */
    private void listen(Flow flow, int sequence) {
        flow.awaited = false;
        Inspected opened = inspections.open(flow);
        opened.begin(key.fromLow, sequence);
        Flow.Side other = flow.side(!key.fromLow);
        if (other.numbered) {
            opened.begin(!key.fromLow, other.next);
        }
    }

    /** Whether a segment begins another conversation on ends that were used before. */
    private boolean another(Flow flow, boolean syn, boolean ack, int sequence, long time) {
        if (!syn) {
            return flow.closed() && time - flow.end > SILENCE;
        }
        Flow.Side sender = flow.side(key.fromLow);
        return sender.numbered && sender.first != sequence && (!ack || flow.closed());
    }

    private static void handshake(Flow flow, Flow.Side sender, boolean ack, int sequence) {
        boolean low = sender == flow.low;
        flow.opened(low != ack); // a SYN is the originator's, a SYN-ACK the responder's
        flow.evidence |= ack ? Evidence.SYN_ACK : Evidence.SYN;
        if (!sender.numbered) {
            sender.numbered = true;
            sender.first = sequence;
            sender.next = sequence + 1;
        }
    }

    /** A RST in answer to the SYN refuses; any other ends what there was. */
    private void reset(Flow flow) {
        boolean byResponder = key.fromLow != flow.lowIsOriginator();
        if (byResponder && flow.has(Evidence.SYN) && !flow.has(Evidence.SYN_ACK) && flow.side(key.fromLow).bytes == 0) {
            flow.evidence |= Evidence.REFUSED;
        }
        flow.reset = true;
    }

    private void datagram(Packets packets, int packet, ByteBuffer bytes) {
        long time = packets.time(packet);
        key.of(packets, packet, true);
        Flow flow = flows.find(key);
        if (flow == null || time - flow.end > SILENCE) {
            flow = begin(flow, key.lowOpened(), packets, packet);
        }
        Flow.Side sender = flow.side(key.fromLow);
        seen(flow, sender, time);
        int length = packets.payloadLength(packet);
        if (length > 0) {
            sender.bytes += length;
            boolean sighted = payload(flow, packets, packet, bytes);
            Inspected inspected = sighted && flow.inspected == null ? inspections.open(flow) : flow.inspected;
            if (inspected != null) {
                inspections.take(inspected, key.fromLow, packets, packet, bytes);
            }
        }
    }

    /** An ICMP error speaks of a packet from the originator that got no answer; of one that did, it says nothing new. */
    private void error(Packets packets, int packet) {
        key.of(packets, packet, packets.tcpFlags(packet) == TransportDecoder.UDP);
        Flow flow = flows.find(key);
        if (flow != null && key.fromLow == flow.lowIsOriginator()) {
            flow.evidence |= packets.marked(packet, Packets.PROHIBITED) ? Evidence.DENIED : Evidence.UNREACHABLE;
            flow.end = Math.max(flow.end, packets.time(packet));
            changed(flow);
        }
    }

    private void fragment(Packets packets, int packet, ByteBuffer bytes) {
        Reassembly pieces = reassembly;
        if (pieces == null) {
            pieces = new Reassembly(probe);
            reassembly = pieces;
        }
        int whole = pieces.add(packets, packet, bytes);
        if (whole > 0) {
            take(pieces.packets(), 0, pieces.bytes());
        }
    }

    /** Notes who sent payload, and what it is; returns whether DCE/RPC, or what goes before it, begins with it. */
    private boolean payload(Flow flow, Packets packets, int packet, ByteBuffer bytes) {
        boolean known = flow.has(Evidence.DCE_RPC);
        boolean fromOriginator = key.fromLow == flow.lowIsOriginator();
        Sighting sighting = Sighting.NONE;
        if (packets.marked(packet, Packets.CANDIDATE) && !flow.has(Evidence.DCE_RPC | Evidence.DIRECTION_KNOWN)) {
            int offset = packets.payloadOffset(packet);
            sighting = probe.probe(bytes, offset, packets.payloadCaptured(packet), flow.udp);
            recognised(flow, sighting, fromOriginator);
        }
        boolean fromStoredSource = key.fromLow == flow.lowIsSource;
        flow.evidence |= fromStoredSource ? Evidence.SOURCE_PAYLOAD : Evidence.DESTINATION_PAYLOAD;
        return sighting == Sighting.PRELUDE || (!known && flow.has(Evidence.DCE_RPC));
    }

    /** A PDU counts where its sender may send it; where nobody knows who opened, it is what tells. */
    private void recognised(Flow flow, Sighting sighting, boolean fromOriginator) {
        if (sighting == Sighting.NONE || sighting == Sighting.PRELUDE) {
            return;
        }
        boolean fromClient = sighting == Sighting.FROM_CLIENT;
        boolean either = sighting == Sighting.FROM_EITHER;
        if (either || fromClient == fromOriginator || !flow.has(Evidence.DIRECTION_KNOWN)) {
            flow.evidence |= Evidence.DCE_RPC;
        }
        if (!either) {
            flow.opened(key.fromLow == fromClient);
        }
    }

    private void seen(Flow flow, Flow.Side sender, long time) {
        sender.packets++;
        flow.end = Math.max(flow.end, time);
        changed(flow);
    }

    private void changed(Flow flow) {
        if (!flow.dirty) {
            flow.dirty = true;
            dirty.add(flow);
        }
    }

    /** @param before the conversation that had the same ends, if there was one */
    private Flow begin(@Nullable Flow before, boolean lowIsSource, Packets packets, int packet) {
        if (before != null && before.inspected != null) {
            inspections.end(before.inspected);
            changed(before); // what was held may have told what it is
        }
        long time = packets.time(packet);
        Flow flow = new Flow(key, lowIsSource, time, packets.origin(packet));
        flows.put(key, flow, time);
        fresh.add(flow);
        return flow;
    }

    /** The capture is over: those that are listened to will hear no more. */
    void end() {
        inspections.endAll().forEach(this::changed);
    }

    /** Writes what changed into the table; all fresh flows have rows by now. */
    void flush(ObservationTable table) {
        fresh.forEach(flow -> open(flow, table));
        inspections.flush(table); // before the others: some are listened to again
        dirty.forEach(flow -> write(flow, table));
        fresh.clear();
        dirty.clear();
    }

    private static void open(Flow flow, ObservationTable table) {
        AddressPool addresses = table.pools().addresses();
        int low = addresses.intern(flow.lowHigh, flow.lowLow);
        int high = addresses.intern(flow.highHigh, flow.highLow);
        boolean lowFirst = flow.lowIsSource;
        int ports = lowFirst ? flow.ports : Integer.rotateLeft(flow.ports, 16);
        table.open(flow.row, lowFirst ? low : high, lowFirst ? high : low, ports, flow.start, flow.origin);
    }

    private static void write(Flow flow, ObservationTable table) {
        Flow.Side source = flow.side(flow.lowIsSource);
        Flow.Side destination = flow.side(!flow.lowIsSource);
        table.count(flow.row, source.bytes, destination.bytes, source.packets, destination.packets);
        table.see(flow.row, flow.end, flow.evidence);
        table.touch(flow.row);
        if (flow.inspected != null) {
            flow.inspected.write(table);
        }
        flow.dirty = false;
    }
}
