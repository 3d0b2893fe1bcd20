package org.rpcscope.capture;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.session.PacketSink;
import org.rpcscope.stream.StreamProbe;

/** Walks through a capture from its start to its end and hands on what is picked, chunk after chunk. One thread. */
final class Copying {

    private final Framing framing;
    private final ByteSource source;
    private final Progress progress;
    private final Frames frames = new Frames();
    private final Chunk chunk;
    private final FlowKey key = new FlowKey();
    private long[] found = new long[64]; // origin and time in turn
    private int count;

    Copying(Framing framing, ByteSource source, StreamProbe probe, int chunkSize, Progress progress) {
        this.framing = framing;
        this.source = source;
        this.progress = progress;
        this.chunk = new Chunk(chunkSize, probe, frames);
    }

    void copy(Picked picked, PacketSink sink) throws IOException {
        chunk.follow(source, null);
        if (framing.open(chunk) != null) {
            return;
        }
        Section section = chunk.before;
        int at = chunk.start;
        long consumed = 0;
        while (!progress.cancelled()) {
            frames.clear();
            chunk.restart(at, section);
            framing.walk(chunk);
            hand(picked, sink);
            progress.advance(source.consumed() - consumed);
            consumed = source.consumed();
            if (chunk.last()) {
                return;
            }
            section = chunk.after;
            at = 0;
            chunk.follow(source, chunk);
        }
    }

    private void hand(Picked picked, PacketSink sink) throws IOException {
        count = 0;
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            Packets list = chunk.packets.get(partition);
            for (int packet = 0; packet < list.count(); packet++) {
                if (wanted(picked, list, packet)) {
                    note(list.origin(packet), list.time(packet));
                }
            }
        }
        long[] order = new long[count];
        for (int i = 0; i < count; i++) { // the index in the lower half: a chunk holds far fewer bytes than 2^32
            order[i] = (found[i * 2] - chunk.position) << 32 | i;
        }
        Arrays.sort(order);
        for (long each : order) {
            int i = (int) each;
            give(frames.at(found[i * 2]), found[i * 2 + 1], picked, sink);
        }
    }

    private boolean wanted(Picked picked, Packets list, int packet) {
        boolean error = list.kind(packet) == Packets.ICMP_ERROR;
        key.of(list, packet, error ? list.tcpFlags(packet) == TransportDecoder.UDP : list.kind(packet) == Packets.UDP);
        return list.kind(packet) == Packets.FRAGMENT ? picked.between(key) : picked.takes(key, list.origin(packet));
    }

    private void note(long origin, long time) {
        if (count * 2 == found.length) {
            found = Arrays.copyOf(found, found.length * 2);
        }
        found[count * 2] = origin;
        found[count * 2 + 1] = time;
        count++;
    }

    private void give(Frames.@Nullable Frame frame, long time, Picked picked, PacketSink sink) throws IOException {
        if (frame != null) {
            int from = (int) (frame.data() - chunk.position);
            long begun = picked.wants(frame.origin()) ? frame.origin() : PacketSink.NO_CONVERSATION;
            sink.take(
                    frame.linkType(),
                    time,
                    frame.length(),
                    chunk.buffer.slice(from, frame.captured()).asReadOnlyBuffer(),
                    begun);
        }
    }
}
