package org.rpcscope.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Packet;
import org.rpcscope.session.Replay;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transcript;

/**
 * Reads the packets of sessions from their files again: the case keeps none of them. Every reading is a job, since a
 * packed file is unpacked from its start. Any thread.
 */
public final class Transcripts {

    private static final int SKIPPED_AT_ONCE = 1 << 16;

    private final JobRunner runner;
    private final Replay replay;
    private final Supplier<List<ObservationTable>> tables;

    /**
     * @param replay reads captures
     * @param tables of the open case
     */
    public Transcripts(JobRunner runner, Replay replay, Supplier<List<ObservationTable>> tables) {
        this.runner = runner;
        this.replay = replay;
        this.tables = tables;
    }

    /** Copies whole packets, from the same files. */
    public PacketCopies copies() {
        return new PacketCopies(replay);
    }

    /** Where the session was seen in packets, in the order of the inputs; empty for a session that only logs know. */
    public List<Session.Seen> captures(Session session) {
        return session.seen().stream()
                .filter(seen -> replay.reads(seen.input().format()))
                .toList();
    }

    /**
     * Starts to read a session again as one input saw it. The result is never an exception for what the file is: where it
     * is gone or another one, the transcript says so.
     *
     * @param seen one of {@link #captures}
     */
    public JobHandle<Transcript> read(Session.Seen seen) {
        return runner.start(reading(seen));
    }

    /** Starts to read the captured bytes of a packet; empty where the file is gone or another one. */
    public JobHandle<byte[]> bytes(Session.Seen seen, Packet packet) {
        return runner.start(readingBytes(seen, packet));
    }

    /** What {@link #read} starts, for whoever runs jobs in an order of their own. */
    public Job<Transcript> reading(Session.Seen seen) {
        return Job.of(seen.input().file(), progress -> transcript(seen, progress));
    }

    /** What {@link #bytes} starts. */
    public Job<byte[]> readingBytes(Session.Seen seen, Packet packet) {
        return Job.of(seen.input().file(), progress -> captured(seen.input(), packet, progress));
    }

    private Transcript transcript(Session.Seen seen, Progress progress) {
        Excerpt excerpt = excerpt(seen);
        if (excerpt == null) {
            return Transcript.missing("the input is not in the case any more");
        }
        try (ByteSource source = open(seen.input())) {
            return replay.read(source, seen.input().format(), excerpt, progress);
        } catch (IOException e) {
            return Transcript.missing(seen.input().file() + ": " + e.getMessage());
        }
    }

    private @Nullable Excerpt excerpt(Session.Seen seen) {
        for (ObservationTable table : tables.get()) {
            if (table.input().equals(seen.input())) {
                int rows = table.rows();
                for (int row = 0; row < rows; row++) {
                    if (table.origin(row) == seen.origin()) {
                        return Excerpt.of(table, row);
                    }
                }
            }
        }
        return null;
    }

    /** Opens the file of an input, if it still is what was read, or begins with it. */
    static ByteSource open(Input input) throws IOException {
        if (input.file().equals("-")) {
            throw new IOException("standard input can be read but once");
        }
        ByteSource source = Sources.open(Path.of(input.file()));
        try {
            InputFormat.Head head = Sources.head(source);
            if (ImportJob.fingerprint(head.bytes(), source.packedSize(), input.size()) != input.fingerprint()) {
                throw new IOException("the file is not the one that was read");
            }
            return source;
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static byte[] captured(Input input, Packet packet, Progress progress) {
        try (ByteSource source = open(input)) {
            progress.total(source.packedSize());
            if (!source.positional()) {
                skip(source, packet.data(), progress);
            }
            ByteBuffer bytes = ByteBuffer.allocate(packet.captured());
            return progress.cancelled() || source.read(packet.data(), bytes) < packet.captured()
                    ? new byte[0]
                    : bytes.array();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void skip(ByteSource source, long to, Progress progress) throws IOException {
        ByteBuffer skipped = ByteBuffer.allocate(SKIPPED_AT_ONCE);
        long consumed = 0;
        for (long at = 0; at < to && !progress.cancelled(); at += skipped.position()) {
            skipped.clear().limit((int) Math.min(to - at, SKIPPED_AT_ONCE));
            if (source.read(at, skipped) == 0) {
                return;
            }
            progress.advance(source.consumed() - consumed);
            consumed = source.consumed();
        }
    }
}
