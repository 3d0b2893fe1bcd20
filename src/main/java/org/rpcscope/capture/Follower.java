package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Step;
import org.rpcscope.rpc.Steps;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.Packet;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transcript;
import org.rpcscope.session.Transport;
import org.rpcscope.stream.StreamInspection;

/**
 * Follows one conversation through a capture that is read again: picks its packets, tracks them as they were tracked the
 * first time, and writes down what an inspector understands.
 */
final class Follower {

    /** Captures are not strictly in the order of time: so long after its end, a conversation is not waited for. */
    private static final long SLACK = 10_000_000_000L;

    /** A packet before it is known who opened. */
    private record Noted(boolean fromLow, Frames.Frame frame, long time) {}

    private final Excerpt excerpt;
    private final FlowKey wanted;
    private final FlowKey key = new FlowKey();
    private final int partition;
    private final Tracker tracker;
    private final Reassembly pieces;
    private final List<Step> steps = new ArrayList<>();
    private final List<Noted> noted = new ArrayList<>();
    private @Nullable Flow flow;
    private long packets;
    private boolean truncated;
    private boolean over;

    Follower(Excerpt excerpt, Function<Steps, StreamInspection<Conversation>> narrating) {
        StreamInspection<Conversation> inspection = narrating.apply(this::step);
        this.excerpt = excerpt;
        this.wanted = key(excerpt.ends());
        this.partition = Partitions.of(wanted.lowHigh, wanted.lowLow, wanted.highHigh, wanted.highLow);
        this.tracker = new Tracker(inspection);
        this.pieces = new Reassembly(inspection.probe());
    }

    private static FlowKey key(Session.Ends ends) {
        IpAddress source = ends.source();
        IpAddress destination = ends.destination();
        int ports = ends.sourcePort() << 16 | ends.destinationPort();
        boolean udp = ends.transport() == Transport.UDP;
        FlowKey key = new FlowKey();
        key.of(source.high(), source.low(), destination.high(), destination.low(), ports, udp);
        return key;
    }

    /** Where its first record begins. */
    long origin() {
        return excerpt.origin();
    }

    /** Whether it is as it was: its packets are as many, and the first and the last have their times. */
    boolean whole() {
        return flow != null
                && flow.start == excerpt.start()
                && flow.end == excerpt.end()
                && packets == excerpt.packets();
    }

    /** Whether nothing that follows belongs to it. */
    boolean over() {
        return over;
    }

    private void step(Step step) {
        if (steps.size() < Transcript.MOST_STEPS) {
            steps.add(step);
        } else {
            truncated = true;
        }
    }

    /** Takes what was decoded from a chunk. */
    void take(Chunk chunk, Frames frames) {
        Packets list = chunk.packets.get(partition);
        for (int packet = 0; packet < list.count() && !over; packet++) {
            if (list.kind(packet) != Packets.FRAGMENT) {
                take(list, packet, chunk.buffer, frames);
            } else if (pieces.add(list, packet, chunk.buffer) > 0) {
                take(pieces.packets(), 0, pieces.bytes(), frames);
            }
            over |= list.time(packet) - SLACK > excerpt.end() && flow != null;
        }
    }

    private void take(Packets list, int packet, ByteBuffer bytes, Frames frames) {
        boolean error = list.kind(packet) == Packets.ICMP_ERROR;
        key.of(list, packet, error ? list.tcpFlags(packet) == TransportDecoder.UDP : list.kind(packet) == Packets.UDP);
        if (!key.same(wanted)) {
            return;
        }
        if (list.origin(packet) == excerpt.origin()) {
            steps.clear(); // of conversations that had the same ends before
        }
        tracker.take(list, packet, bytes);
        Flow latest = tracker.fresh().isEmpty() ? null : tracker.fresh().getLast();
        if (flow == null && latest != null && latest.origin == excerpt.origin()) {
            flow = latest;
        }
        if (flow == null) {
            return;
        }
        if (latest != flow) {
            over = true; // the same ends were used again
            return;
        }
        note(frames.at(list.origin(packet)), error != key.fromLow, list.time(packet));
        packets += error ? 0 : 1;
        over = packets >= excerpt.packets() && flow.end >= excerpt.end();
    }

    private void note(Frames.@Nullable Frame frame, boolean fromLow, long time) {
        if (noted.size() == Transcript.MOST_PACKETS) {
            truncated = true;
        } else if (frame != null) {
            noted.add(new Noted(fromLow, frame, time));
        }
    }

    /** What was read. */
    Transcript transcript() {
        Flow followed = flow;
        if (followed == null) {
            return Transcript.missing("the conversation is not where it was in the capture");
        }
        tracker.end();
        boolean lowIsOriginator = followed.lowIsOriginator();
        List<Packet> all =
                noted.stream().map(one -> packet(one, lowIsOriginator)).toList();
        return new Transcript(steps, all, truncated, whole() ? null : "not all of its packets were found again");
    }

    private static Packet packet(Noted noted, boolean lowIsOriginator) {
        Frames.Frame frame = noted.frame;
        boolean fromOriginator = noted.fromLow == lowIsOriginator;
        return new Packet(
                frame.origin(),
                noted.time,
                fromOriginator,
                frame.linkType(),
                frame.length(),
                frame.captured(),
                frame.data());
    }
}
