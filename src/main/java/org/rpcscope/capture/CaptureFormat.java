package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamProbe;

/** The two formats of packet captures, recognised by their magic numbers. */
public final class CaptureFormat implements InputFormat<ObservationTable> {

    private final String name;
    private final Framing framing;
    private final StreamProbe probe;
    private final int chunkSize;

    CaptureFormat(String name, Framing framing, StreamProbe probe, int chunkSize) {
        this.name = name;
        this.framing = framing;
        this.probe = probe;
        this.chunkSize = chunkSize;
    }

    /** Classic captures. The probe recognises the protocol that is looked for in their streams. */
    public static CaptureFormat pcap(StreamProbe probe) {
        return new CaptureFormat("pcap", new PcapFraming(), probe, CaptureReader.CHUNK);
    }

    /** Captures of the next generation. */
    public static CaptureFormat pcapng(StreamProbe probe) {
        return new CaptureFormat("pcapng", new PcapngFraming(), probe, CaptureReader.CHUNK);
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
        CaptureReader.read(framing, probe, chunkSize, source, table, reading);
        table.end();
    }
}
