package org.rpcscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Problem;
import org.rpcscope.stream.StreamProbe;

/**
 * A piece of a capture on its way: the bytes, where its records begin and end, and what was decoded from them. The buffers
 * are reused for the piece that comes next. One thread at a time.
 */
final class Chunk {

    /** The largest packet, and so the most that a record may reach beyond the chunk in which it begins (libpcap's limit). */
    static final int LARGEST_PACKET = 262_144;

    /** Room behind the chunk for the record that begins in it and ends elsewhere, with its own header and trailer. */
    private static final int MARGIN = LARGEST_PACKET + 4096;

    /** Read at once beyond the chunk, since most records that reach beyond it are short. */
    private static final int OVERLAP = 2048;

    final ByteBuffer buffer;
    final Partitions packets = new Partitions();
    private final PacketDecoder decoder;
    private final int size;

    /** Where the buffer's first byte stands in the input. */
    long position;
    /** How many bytes are in the buffer. */
    int length;
    /** Records that begin before this index belong to the chunk. */
    int limit;
    /** Nothing follows what is in the buffer. */
    boolean atEnd;
    /** Where the first record begins. */
    int start;
    /** Where the record after the last one begins; at or beyond {@link #limit} unless reading stopped. */
    int end;
    /** What the file's own headers have said before the first record, and after the last. */
    Section before = Section.NONE;

    Section after = Section.NONE;
    /** How many packets were in it, decoded or not. */
    long count;
    /** The record at {@link #end} is impossible or cut short: the capture ends here. */
    @Nullable
    Problem fault;
    /** Something is wrong with the medium behind the bytes that are there. */
    @Nullable
    Problem failure;

    private final @Nullable Frames frames;
    private @Nullable ByteSource source;

    Chunk(int size, StreamProbe probe) {
        this(size, probe, null);
    }

    /** @param frames where to note how the records lie; null where nobody asks */
    Chunk(int size, StreamProbe probe, @Nullable Frames frames) {
        this.size = size;
        this.frames = frames;
        this.buffer = ByteBuffer.allocateDirect(size + MARGIN).order(ByteOrder.BIG_ENDIAN);
        this.decoder = new PacketDecoder(probe, packets, buffer);
    }

    /** Reads the chunk from a file that may be read anywhere. */
    void read(ByteSource from, long at) {
        source = from;
        position = at;
        length = 0;
        atEnd = false;
        failure = null;
        fill(size + OVERLAP);
        limit = Math.min(length, size);
    }

    /**
     * Reads the chunk from a source that is read in order.
     *
     * @param carried the chunk before it, whose bytes from its {@link #end} on begin this one; null for the first
     */
    void follow(ByteSource from, @Nullable Chunk carried) {
        source = from;
        failure = null;
        long before = carried == null ? 0 : carried.position + carried.length;
        int kept = carried == null ? 0 : carried.length - carried.end;
        if (carried != null && kept > 0) {
            buffer.put(0, carried.buffer, carried.end, kept);
        }
        position = carried == null ? 0 : carried.position + carried.end;
        length = Math.max(kept, 0);
        atEnd = kept < 0 && !skip(before, position);
        fill(size);
        limit = atEnd ? length : Math.min(length, size);
    }

    /** Whether the buffer holds all bytes before the index, reading on if it must. */
    boolean has(int index) {
        if (index > length && !atEnd) {
            fill(buffer.capacity());
        }
        return index <= length;
    }

    /** Reads what lies between two places and forgets it: a long block of which nothing is wanted. False at the end. */
    private boolean skip(long from, long to) {
        try {
            for (long at = from; at < to && source != null; at += buffer.position()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
                if (source.read(at, buffer) == 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            failure = Problem.at(to, String.valueOf(e.getMessage()));
            return false;
        } finally {
            buffer.clear();
        }
    }

    private void fill(int to) {
        int wanted = Math.min(to, buffer.capacity());
        if (source == null || atEnd || length >= wanted) {
            return;
        }
        buffer.limit(wanted).position(length);
        try {
            int read = source.read(position + length, buffer);
            length += read;
            atEnd = length < wanted;
        } catch (IOException e) {
            length = buffer.position(); // what came before the damage counts
            atEnd = true;
            failure = Problem.at(position + length, String.valueOf(e.getMessage()));
        } finally {
            buffer.clear();
        }
    }

    /**
     * Decodes the packet of a record.
     *
     * @param record where the record begins in the buffer
     * @param data where the packet begins in it
     * @param captured how many of its bytes are there
     * @param wire how many it had
     * @param time nanoseconds since 1970
     */
    void packet(int record, int data, int captured, int wire, int linkType, long time) {
        if (frames != null) {
            frames.add(new Frames.Frame(position + record, position + data, captured, wire, linkType));
        }
        decoder.decode(data, captured, linkType, time, position + record);
    }

    /** Whether nothing is to be read behind it. */
    boolean last() {
        return fault != null || (atEnd && limit == length);
    }

    /** Forgets what was decoded, to be decoded from {@link #start} with {@link #before}. */
    void restart(int at, Section section) {
        packets.clear();
        start = at;
        end = at;
        before = section;
        after = section;
        count = 0;
        fault = null;
    }
}
