package org.rpcscope.logs.windows;

import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.session.ObservationTable;

/**
 * The log files of Windows since Vista (EVTX), as [MS-EVEN6] describes their binary XML and the libevtx project ("Windows
 * XML Event Log (EVTX) format") what is around it.
 */
public final class EvtxFormat implements InputFormat<ObservationTable> {

    /** The bytes of the file's header that mean something. */
    static final int HEADER = 128;

    /** How many bytes the header takes. */
    static final int BLOCK = 4096;

    private static final byte[] SIGNATURE = "ElfFile\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int CERTAIN = 100;

    private final LongSupplier clock;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public EvtxFormat(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "evtx";
    }

    @Override
    public int likelihood(Head head) {
        return hasSignature(head.bytes()) ? CERTAIN : 0;
    }

    @Override
    public void read(ByteSource source, ObservationTable table, Reading reading) {
        new EvtxReading(source, reading).run(table, clock);
    }

    static boolean hasSignature(byte[] bytes) {
        if (bytes.length < SIGNATURE.length) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }
}
