package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.u32;

/**
 * Decodes the records of chunks. A wrong checksum is a problem and no reason to stop: each record is checked for itself.
 * What stands behind the last record is left alone. One thread.
 */
final class EvtxDecoder implements BlockReading.Decoder {

    private static final int SIGNATURE = 0x00002A2A;
    private static final int SMALLEST = EvtxRecord.HEAD + 4;
    private static final int ALIGNED = 8;

    private final RecordMapping mapping;
    private final EvtxChunk chunk = new EvtxChunk();
    private final EvtxRecord record = new EvtxRecord();
    private final boolean dirty;

    /** @param dirty whether the file says that it was not closed: then checksums may not have been written yet */
    EvtxDecoder(RecordMapping mapping, boolean dirty) {
        this.mapping = mapping;
        this.dirty = dirty;
    }

    @Override
    public void decode(Block block) {
        chunk.take(block);
        if (!chunk.hasSignature()) {
            if (!chunk.isEmpty()) {
                block.problem(0, chunk.length < EvtxChunk.HEADER ? "the file ends within a chunk" : "this is no chunk");
            }
            return;
        }
        if (!dirty && !chunk.headerIsSound()) {
            block.problem(0, "the checksum of the chunk's header is wrong");
        }
        if (chunk.length < EvtxChunk.SIZE) {
            block.problem(chunk.length, "the file ends within a chunk");
        } else if (!dirty && !chunk.recordsAreSound()) {
            block.problem(0, "the checksum of the chunk's records is wrong");
        }
        records(block, chunk.recordsEnd());
    }

    private void records(Block block, int end) {
        byte[] bytes = block.bytes;
        int at = EvtxChunk.HEADER;
        while (at <= end - SMALLEST) {
            long size = u32(bytes, at + 4);
            boolean whole = i32(bytes, at) == SIGNATURE
                    && size >= SMALLEST
                    && size <= end - at
                    && u32(bytes, at + (int) size - 4) == size;
            if (whole) {
                take(block, at, at + (int) size - 4);
                at += (int) size;
            } else {
                block.problem(at, "this is no record");
                at = next(bytes, at + ALIGNED, end);
            }
        }
    }

    private void take(Block block, int at, int end) {
        String wrong = record.fill(chunk, at, end);
        if (wrong != null) {
            block.problem(at, wrong);
        } else {
            mapping.take(record, block.rows, block.events);
        }
    }

    /** Where the next record may begin. */
    private static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - SMALLEST && i32(bytes, at) != SIGNATURE) {
            at += ALIGNED;
        }
        return at;
    }
}
