package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamInspection;

/** The two formats of packet captures, recognised by their magic numbers. */
public final class CaptureFormat implements InputFormat<ObservationTable> {

    static final String PCAP = "pcap";
    static final String PCAPNG = "pcapng";

    private final String name;
    private final Framing framing;
    private final StreamInspection<Conversation> inspection;
    private final int chunkSize;

    CaptureFormat(String name, Framing framing, StreamInspection<Conversation> inspection, int chunkSize) {
        this.name = name;
        this.framing = framing;
        this.inspection = inspection;
        this.chunkSize = chunkSize;
    }

    /** Classic captures. The inspection is of the protocol that is looked for in their streams. */
    public static CaptureFormat pcap(StreamInspection<Conversation> inspection) {
        return new CaptureFormat(PCAP, new PcapFraming(), inspection, CaptureReader.CHUNK);
    }

    /** Captures of the next generation. */
    public static CaptureFormat pcapng(StreamInspection<Conversation> inspection) {
        return new CaptureFormat(PCAPNG, new PcapngFraming(), inspection, CaptureReader.CHUNK);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int likelihood(Head head) {
        if (head.bytes().length < 4) {
            return 0;
        }
        int magic = ByteBuffer.wrap(head.bytes()).getInt(0);
        int swapped = Integer.reverseBytes(magic);
        boolean mine = framing instanceof PcapngFraming
                ? magic == PcapngFraming.SECTION_HEADER
                : magic == PcapFraming.MICROS
                        || magic == PcapFraming.NANOS
                        || swapped == PcapFraming.MICROS
                        || swapped == PcapFraming.NANOS;
        return mine ? 100 : 0;
    }

    @Override
    public void read(ByteSource source, ObservationTable table, Reading reading) {
        CaptureReader.read(framing, inspection, chunkSize, source, table, reading);
        table.end();
    }
}
