package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.session.EventBatch;

/** Some whole lines of a log, where they stand in it, and what they were decoded to. Used again for later lines. */
public final class LineChunk {

    /** The lines; the last byte below {@link #length} is a line feed. {@link Words#PAD} bytes follow. */
    public byte[] bytes = new byte[0];

    public int length;

    /** The offset of the first byte in the unpacked input. */
    public long offset;

    /** The offset of a line before the first that was too long to keep, or -1. */
    long droppedLine;

    public final Rows rows = new Rows();

    /** The records that are no sessions. */
    public final EventBatch events;

    /** What lines say was said in connections. */
    final List<Remark> remarks = new ArrayList<>();

    LineChunk(EventBatch events) {
        this.events = events;
    }

    void clear() {
        length = 0;
        droppedLine = -1;
    }

    /** Makes room for so many bytes and the padding. */
    void room(int wanted) {
        if (bytes.length < wanted + Words.PAD) {
            bytes = Arrays.copyOf(bytes, wanted + Words.PAD);
        }
    }
}
