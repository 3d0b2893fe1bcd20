package org.rpcscope.capture;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Steps;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.PacketSink;
import org.rpcscope.session.Replay;
import org.rpcscope.session.Transcript;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamProbe;

/**
 * Reads one conversation of a capture again, tracked as it was the first time, up to the packet that was its last. A file
 * is read from the conversation's first record; its headers are taken from the start of the file, which is right unless a
 * pcapng capture changes them in between: then, and where the input is unpacked in order, all of it is read.
 */
public final class CaptureReplay implements Replay {

    /** Small beside {@link CaptureReader#CHUNK}: most conversations are short. */
    private static final int CHUNK = 1 << 18;

    private final Function<Steps, StreamInspection<Conversation>> inspection;
    private final int chunkSize;

    /** @param inspection makes one that tells every message it understands */
    public CaptureReplay(Function<Steps, StreamInspection<Conversation>> inspection) {
        this(inspection, CHUNK);
    }

    CaptureReplay(Function<Steps, StreamInspection<Conversation>> inspection, int chunkSize) {
        this.inspection = inspection;
        this.chunkSize = chunkSize;
    }

    @Override
    public boolean reads(String format) {
        return framing(format) != null;
    }

    private static @Nullable Framing framing(String format) {
        return switch (format) {
            case CaptureFormat.PCAP -> new PcapFraming();
            case CaptureFormat.PCAPNG -> new PcapngFraming();
            default -> null;
        };
    }

    @Override
    public Transcript read(ByteSource source, String format, Excerpt excerpt, Progress progress) {
        Framing framing = framing(format);
        if (framing == null) {
            return Transcript.missing("the packets of this format are not kept");
        }
        progress.total(source.packedSize());
        StreamProbe probe = inspection.apply(Steps.NONE).probe();
        Rereading reading = new Rereading(framing, source, probe, chunkSize, progress);
        if (source.positional()) {
            Follower follower = new Follower(excerpt, inspection);
            if (reading.jump(follower)) {
                return follower.transcript();
            }
        }
        Follower follower = new Follower(excerpt, inspection);
        reading.fromStart(follower);
        return follower.transcript();
    }

    @Override
    public void copy(ByteSource source, ObservationTable table, long[] origins, PacketSink sink, Progress progress)
            throws IOException {
        Framing framing = framing(table.input().format());
        if (framing != null) {
            progress.total(source.packedSize());
            StreamProbe probe = inspection.apply(Steps.NONE).probe();
            new Copying(framing, source, probe, chunkSize, progress).copy(Picked.of(table, origins), sink);
        }
    }
}
