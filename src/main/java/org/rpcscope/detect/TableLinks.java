package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Workers;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Transport;

/**
 * Which announcer each row of one table has its port from, kept up with the table. For one thread at a time; blocks of
 * numbers are replaced, never changed, so that what was handed out stays as it was.
 */
final class TableLinks {

    private static final int[] NONE = {};

    private final ObservationTable table;
    private int rows;
    private int epoch; // of the table, up to which everything here is right
    private int[][] announcing = new int[0][]; // of each block the rows that announce something
    private int[] @Nullable [] links = new int[0][]; // of each block the id of each row's announcer, 0 for none
    private final Map<Integer, Announcer> made = new HashMap<>(); // by row
    private final BitSet fresh = new BitSet(); // blocks of the table that changed in this step
    private final BitSet changed = new BitSet(); // blocks whose links changed in this step

    TableLinks(ObservationTable table) {
        this.table = table;
    }

    ObservationTable table() {
        return table;
    }

    /** The blocks as they are now: of each row the id of its announcer, 0 for none. Not to be changed. */
    int[] @Nullable [] links() {
        return links.clone();
    }

    /** Whether the links of a block changed in the last step. */
    boolean changed(int block) {
        return changed.get(block);
    }

    /** Looks for announcements in what changed since the last step; whether there were or are any in there. */
    boolean look() {
        int now = table.epoch(); // before the rows: what is written meanwhile is seen as a change the next time
        rows = table.rows();
        int blocks = (rows + Column.BLOCK - 1) / Column.BLOCK;
        announcing = grown(announcing, blocks);
        links = Arrays.copyOf(links, blocks);
        fresh.clear();
        boolean any = false;
        for (int block = 0; block < blocks; block++) {
            if (table.changedSince(block, epoch)) {
                fresh.set(block);
                any |= announcing[block].length > 0;
                announcing[block] = announcing(block);
                any |= announcing[block].length > 0;
            }
        }
        epoch = now;
        return any;
    }

    private static int[][] grown(int[][] blocks, int count) {
        int[][] more = Arrays.copyOf(blocks, count);
        Arrays.fill(more, Math.min(blocks.length, count), count, NONE);
        return more;
    }

    private int[] announcing(int block) {
        if (!table.conversed(block)) {
            return NONE;
        }
        int[] found = new int[8];
        int count = 0;
        for (int row = block * Column.BLOCK; row < end(block); row++) {
            if (!table.conversation(row).announcements().isEmpty()) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int end(int block) {
        return Math.min(rows, (block + 1) * Column.BLOCK);
    }

    /** Those who announce something, in order of their rows; each is made once. */
    List<Announcer> announcers(BiFunction<ObservationTable, Integer, Announcer> make) {
        List<Announcer> all = new ArrayList<>();
        for (int[] block : announcing) {
            for (int row : block) {
                all.add(made.computeIfAbsent(row, fresh -> make.apply(table, fresh)));
            }
        }
        return all;
    }

    /**
     * Finds the announcers of the rows: of all where the announced ports are others than before, else of those that changed.
     *
     * @return whether any link changed
     */
    boolean find(AnnouncedPorts ports, boolean others, Workers workers) {
        changed.clear();
        List<Integer> asked = new ArrayList<>();
        for (int block = 0; block < links.length; block++) {
            if (others || (fresh.get(block) && !ports.isEmpty())) {
                asked.add(block);
            }
        }
        int[][] found = new int[asked.size()][];
        workers.forEach(found.length, i -> found[i] = links(asked.get(i), ports));
        for (int i = 0; i < found.length; i++) {
            int block = asked.get(i);
            if (!Arrays.equals(found[i], links[block] == null ? NONE : links[block])) {
                links[block] = found[i].length == 0 ? null : found[i];
                changed.set(block);
            }
        }
        return !changed.isEmpty();
    }

    /** The links of a block, or nothing where it has none. */
    private int[] links(int block, AnnouncedPorts ports) {
        int[] found = NONE;
        for (int row = block * Column.BLOCK; row < end(block); row++) {
            if (ports.has(table.destinationPort(row)) && table.transport(row) == Transport.TCP) {
                int announcer = ports.of(table, row);
                if (announcer != 0) {
                    found = found.length == 0 ? new int[Column.BLOCK] : found;
                    found[row & (Column.BLOCK - 1)] = announcer;
                }
            }
        }
        return found;
    }

    /** Writes the ids of the announcers of rows of one block, as they are now. */
    void fill(int from, int count, int[] ids) {
        int block = from / Column.BLOCK;
        int[] now = block < links.length ? links[block] : null;
        if (now == null) {
            Arrays.fill(ids, 0, count, 0);
        } else {
            System.arraycopy(now, from & (Column.BLOCK - 1), ids, 0, count);
        }
    }
}
