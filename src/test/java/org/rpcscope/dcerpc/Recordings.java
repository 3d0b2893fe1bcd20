package org.rpcscope.dcerpc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Listens to whole captures, as the program does. */
public final class Recordings {

    private Recordings() {}

    /**
     * A conversation of a capture.
     *
     * @param rpc whether it was recognised as DCE/RPC
     */
    public record Heard(int sourcePort, int destinationPort, boolean rpc, Conversation conversation) {}

    /** The conversations of a capture, in the order in which they began. */
    public static List<Heard> of(Path file) throws IOException {
        DcerpcInspection inspection = new DcerpcInspection();
        try (ByteSource source = Sources.open(file)) {
            InputFormat.Head head = Sources.head(source);
            CaptureFormat pcap = CaptureFormat.pcap(inspection);
            CaptureFormat format = pcap.likelihood(head) > 0 ? pcap : CaptureFormat.pcapng(inspection);
            ObservationTable table = new ObservationTable(new Input("capture", format.name(), 0), new Pools());
            format.read(source, table, new InputFormat.Reading(1, new Progress(), new Problems()));
            List<Heard> heard = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                boolean rpc = (table.evidence(row) & Evidence.DCE_RPC) != 0;
                heard.add(new Heard(table.sourcePort(row), table.destinationPort(row), rpc, table.conversation(row)));
            }
            return heard;
        }
    }
}
