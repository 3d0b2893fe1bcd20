package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamInspection;

/**
 * The conversations of one partition that are listened to. Together they take a bounded amount of memory: beyond it the
 * one that has been silent for longest is let go, with what was understood so far. What is let go follows from the packets
 * of the partition alone, and so is the same for any number of threads.
 */
final class Inspections {

    /** Bytes of memory for all partitions. */
    private static final int BUDGET = 256 << 20;

    private final StreamInspection<Conversation> inspection;
    private final long most;
    private final BySilence bySilence = new BySilence();
    private final List<Inspected> ended = new ArrayList<>();
    private long memory;

    Inspections(StreamInspection<Conversation> inspection) {
        this(inspection, BUDGET / Partitions.COUNT);
    }

    Inspections(StreamInspection<Conversation> inspection, long most) {
        this.inspection = inspection;
        this.most = most;
    }

    /** Whether conversations with such ports, one in each half, are listened to from their first byte. */
    boolean atHome(int ports) {
        return inspection.atHome(ports >>> 16) || inspection.atHome(ports & 0xFFFF);
    }

    /** Begins to listen. Where the bytes of its sides begin may be stated before the first packet is taken. */
    Inspected open(Flow flow) {
        int ports = flow.lowIsOriginator() ? flow.ports : Integer.rotateLeft(flow.ports, 16);
        Inspected opened = new Inspected(flow, inspection.open(flow.udp, ports >>> 16, ports & 0xFFFF));
        flow.inspected = opened;
        return opened;
    }

    /** Takes a packet of a conversation that is listened to; lets it go where nothing more can come of it. */
    void take(Inspected inspected, boolean fromLow, Packets packets, int packet, ByteBuffer bytes) {
        inspected.take(fromLow, packets, packet, bytes);
        hear(inspected);
        if (inspected.over()) {
            end(inspected);
            return;
        }
        bySilence.heard(inspected);
        int now = inspected.memory();
        memory += now - inspected.counted;
        inspected.counted = now;
        for (Inspected silent = bySilence.first(); memory > most && silent != null; silent = bySilence.first()) {
            silent.drop();
            letGo(silent);
        }
    }

    private static void hear(Inspected inspected) {
        if (inspected.recognised()) {
            inspected.flow.evidence |= Evidence.DCE_RPC;
        }
    }

    /** The conversation is over: what is held is told, then it is let go. */
    void end(Inspected inspected) {
        inspected.finish();
        hear(inspected);
        letGo(inspected);
    }

    /** The capture is over. Returns the conversations that were still listened to. */
    List<Flow> endAll() {
        List<Inspected> all = bySilence.all();
        all.forEach(this::end);
        return all.stream().map(inspected -> inspected.flow).toList();
    }

    private void letGo(Inspected inspected) {
        bySilence.remove(inspected);
        memory -= inspected.counted;
        inspected.flow.inspected = null;
        ended.add(inspected);
    }

    /** Writes the last words of those that were let go. */
    void flush(ObservationTable table) {
        ended.forEach(inspected -> inspected.write(table));
        ended.clear();
    }
}
