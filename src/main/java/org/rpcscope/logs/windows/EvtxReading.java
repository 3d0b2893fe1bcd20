package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.u16;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.session.ObservationTable;

/**
 * Reads one log file. Chunks are looked for where the format has them, to the end of the file: what the file's header counts
 * is stale in a file that was copied while it was written.
 */
final class EvtxReading {

    private static final int SIGNED = 120;
    private static final int DIRTY = 1;

    private final SourceBytes source;
    private final Reading reading;
    private boolean dirty;
    private long position;

    EvtxReading(ByteSource source, Reading reading) {
        this.source = new SourceBytes(source, reading);
        this.reading = reading;
    }

    void run(ObservationTable table, LongSupplier clock) {
        if (header()) {
            new BlockReading(table, reading, clock, this::chunk, mapping -> new EvtxDecoder(mapping, dirty)).run();
        }
        table.end();
    }

    private boolean header() {
        byte[] head = new byte[EvtxFormat.HEADER];
        int count = source.read(head, 0, head.length, 0);
        if (count < EvtxFormat.HEADER || !EvtxFormat.hasSignature(head)) {
            reading.problems().add(Problem.at(0, "the header of the log file is damaged"));
            return false;
        }
        dirty = (i32(head, SIGNED) & DIRTY) != 0;
        CRC32 sum = new CRC32();
        sum.update(head, 0, SIGNED);
        if (!dirty && (int) sum.getValue() != i32(head, SIGNED + 4)) {
            reading.problems().add(Problem.at(0, "the checksum of the file's header is wrong"));
        }
        int size = u16(head, 40);
        position = size >= EvtxFormat.HEADER ? size : EvtxFormat.BLOCK;
        byte[] rest = new byte[(int) position - EvtxFormat.HEADER];
        source.read(rest, 0, rest.length, EvtxFormat.HEADER);
        return true;
    }

    private boolean chunk(Block block) {
        if (block.bytes.length == 0) {
            block.bytes = new byte[EvtxChunk.SIZE + EvtxChunk.PAD];
        }
        int count = source.read(block.bytes, 0, EvtxChunk.SIZE, position);
        Arrays.fill(block.bytes, count, block.bytes.length, (byte) 0);
        block.length = count;
        block.offset = position;
        position += count;
        return count > 0;
    }
}
