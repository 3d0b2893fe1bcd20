package org.rpcscope.detect;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;

/** Which rows have their ports from whom, at one moment. Immutable; any thread. */
final class Links {

    /** Nobody announced anything. */
    static final Links NONE = new Links(new TreeMap<>(), new IdentityHashMap<>());

    private final Map<Integer, Announcer> announcers; // by id
    private final Map<ObservationTable, int[] @Nullable []> ids; // of each table the blocks

    private Links(Map<Integer, Announcer> announcers, Map<ObservationTable, int[] @Nullable []> ids) {
        this.announcers = announcers;
        this.ids = ids;
    }

    static Links of(List<Announcer> announcers, Collection<TableLinks> tables) {
        Map<Integer, Announcer> byId = new TreeMap<>();
        announcers.forEach(announcer -> byId.put(announcer.id(), announcer));
        Map<ObservationTable, int[] @Nullable []> ids = new IdentityHashMap<>();
        tables.forEach(table -> ids.put(table.table(), table.links()));
        return new Links(byId, ids);
    }

    /** Whether anybody announced anything. */
    boolean any() {
        return !announcers.isEmpty();
    }

    /** All announcers, by id. */
    Collection<Announcer> announcers() {
        return announcers.values();
    }

    /** Who announced the port that the row's session goes to, or null. */
    @Nullable
    Announcer announcer(ObservationTable table, int row) {
        int[][] blocks = ids.get(table);
        int block = row / Column.BLOCK;
        int[] links = blocks == null || block >= blocks.length ? null : blocks[block];
        return links == null ? null : announcers.get(links[row & (Column.BLOCK - 1)]);
    }

    /** The field {@link org.rpcscope.query.FieldNames#LEARNED_FROM} of a table's rows. */
    Column.Single column(ObservationTable table) {
        return (row, test) -> {
            Announcer announcer = announcer(table, row);
            return announcer == null ? test.absent() : test.text(announcer.communityId());
        };
    }
}
