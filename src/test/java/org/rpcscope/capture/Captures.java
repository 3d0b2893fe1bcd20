package org.rpcscope.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.stream.StreamInspection;

/** Reads captures in tests: all that a reader says, as values that can be compared. */
final class Captures {

    private Captures() {}

    /** What came out of a capture. */
    record Result(List<Session> sessions, long packets, List<Problem> problems) {}

    static Result read(Path file, int threads, int chunkSize) {
        try (ByteSource source = Sources.open(file)) {
            return read(source, threads, chunkSize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result read(ByteSource source, int threads, int chunkSize) throws IOException {
        return read(source, new DcerpcInspection(), threads, chunkSize);
    }

    static Result read(ByteSource source, StreamInspection<Conversation> inspection, int threads, int chunkSize)
            throws IOException {
        Problems problems = new Problems();
        ObservationTable table = table(source, inspection, threads, chunkSize, problems);
        Sessions sessions = Sessions.single(List.of(table), new int[] {table.rows()});
        List<Session> all = new ArrayList<>();
        for (int i = 0; i < sessions.count(); i++) {
            all.add(sessions.session(i));
        }
        return new Result(all, table.packets(), problems.first());
    }

    static ObservationTable table(
            ByteSource source, StreamInspection<Conversation> inspection, int threads, int chunkSize)
            throws IOException {
        return table(source, inspection, threads, chunkSize, new Problems());
    }

    private static ObservationTable table(
            ByteSource source, StreamInspection<Conversation> inspection, int threads, int chunkSize, Problems problems)
            throws IOException {
        InputFormat.Head head = Sources.head(source);
        boolean classic = CaptureFormat.pcap(inspection).likelihood(head) > 0;
        Framing framing = classic ? new PcapFraming() : new PcapngFraming();
        CaptureFormat format = new CaptureFormat(classic ? "pcap" : "pcapng", framing, inspection, chunkSize);
        ObservationTable table = new ObservationTable(new Input("capture", format.name(), 0), new Pools());
        format.read(source, table, new Reading(threads, new Progress(), problems));
        return table;
    }
}
