package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.job.Workers;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;

/**
 * Joins announcements with the sessions that followed them, and remembers what it found, so that a further step looks only
 * at what changed. Announcements only grow; when there are new ones, every row is asked again, and while there is none,
 * no row is. For one thread at a time; the {@link Links} are for any.
 */
final class Linker {

    private Map<ObservationTable, TableLinks> tables = new IdentityHashMap<>();
    private final List<String> communityIds = new ArrayList<>(List.of("")); // by the ids of announcers, from 1 on
    private AnnouncedPorts ports = AnnouncedPorts.of(List.of());
    private Links links = Links.NONE;

    /** Takes the tables as they are now; those that are not named any more are forgotten. */
    void update(List<ObservationTable> given, Workers workers) {
        Map<ObservationTable, TableLinks> kept = new IdentityHashMap<>();
        boolean fresh = false;
        for (ObservationTable table : given) {
            TableLinks known = tables.containsKey(table) ? tables.get(table) : new TableLinks(table);
            fresh |= known.look();
            kept.put(table, known);
        }
        boolean others = fresh || (!ports.isEmpty() && !kept.keySet().containsAll(tables.keySet()));
        boolean changed = others || kept.size() != tables.size();
        tables = kept;
        if (others) {
            ports = AnnouncedPorts.of(announcers(given));
        }
        for (ObservationTable table : given) {
            changed |= links(table).find(ports, others, workers);
        }
        if (changed) {
            links = ports.isEmpty() ? Links.NONE : Links.of(announcers(given), kept.values());
        }
    }

    private List<Announcer> announcers(List<ObservationTable> given) {
        List<Announcer> all = new ArrayList<>();
        for (ObservationTable table : given) {
            all.addAll(links(table).announcers(this::announcer));
        }
        return all;
    }

    private Announcer announcer(ObservationTable table, int row) {
        Announcer announcer = Announcer.of(communityIds.size(), table, row);
        communityIds.add(announcer.communityId());
        return announcer;
    }

    private TableLinks links(ObservationTable table) {
        TableLinks known = tables.get(table);
        if (known == null) {
            throw new IllegalArgumentException("a table that the last step was not given");
        }
        return known;
    }

    /** What the last step found. */
    Links links() {
        return links;
    }

    /** Whether the last step found other links in a block of a table than the one before. */
    boolean changed(ObservationTable table, int block) {
        return links(table).changed(block);
    }

    /** The field of a table's rows, which always answers by the last step. */
    Column.Distinct column(ObservationTable table) {
        return new LearnedColumn(links(table), communityIds);
    }
}
