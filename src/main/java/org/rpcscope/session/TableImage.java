package org.rpcscope.session;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import org.rpcscope.job.Progress;

/**
 * An ended table as a file, and back: columns in blocks of rows, the addresses and texts that they use, events and
 * conversations. What rules say of events is left out: it is asked again, of whatever rules hold then. The same program
 * reads what it wrote for the same user; whatever else is in the file is told as an {@link IOException}, never as a table. Work for jobs.
 */
public final class TableImage {

    static final int HEAD = 0x48454144;
    static final int ADDRESSES = 0x41444452;
    static final int TEXTS = 0x54455854;
    static final int ROWS = 0x524F5753;
    static final int SAID = 0x53414944;
    static final int KINDS = 0x4B494E44;
    static final int EVENTS = 0x4556454E;
    static final int NAMES = 0x4E414D45;
    static final int END = 0x454E4421;

    /** So many bytes of lists go into one block, and one thing more. */
    static final int LISTED = 1 << 20;

    private TableImage() {}

    /**
     * Writes an ended table, from where the channel stands.
     *
     * @throws IOException where it cannot be written, or the job was cancelled
     */
    public static void write(ObservationTable table, FileChannel channel, Seal seal, Progress progress)
            throws IOException {
        new TableImageWriter(table, new BlockFile(channel, seal, progress)).write();
    }

    /**
     * Reads into an empty table that nobody else knows yet, and ends it. After an exception it is to be thrown away.
     *
     * @throws IOException where the file is not what {@link #write} made, or the job was cancelled
     */
    public static void read(ObservationTable table, FileChannel channel, Seal seal, Progress progress)
            throws IOException {
        try {
            new TableImageReader(table, new BlockFile(channel, seal, progress)).read();
        } catch (EOFException e) {
            throw new IOException("a list ends too early", e);
        } catch (RuntimeException e) { // bytes that are no table, in a way that no check has foreseen
            throw new IOException("it is no table: " + e, e);
        }
    }

    /** Numbers of a pool that a table uses, and the numbers that they have in the file: from 0, in their order. */
    static int[] numbered(BitSet used, int size) {
        int[] numbers = new int[size];
        int next = 0;
        for (int id = used.nextSetBit(0); id >= 0; id = used.nextSetBit(id + 1)) {
            numbers[id] = next++;
        }
        return numbers;
    }
}
