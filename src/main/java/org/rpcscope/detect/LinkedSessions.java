package org.rpcscope.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/** Links between sessions, from those between rows. Immutable; any thread. */
final class LinkedSessions {

    private record Place(int table, int row) {}

    private final Sessions sessions;
    private final Links links;
    private final Map<Integer, Integer> sessionOf = new HashMap<>(); // of each announcer's id
    private final long[] pairs; // announcing session in the upper half, the other in the lower, ascending

    private LinkedSessions(Sessions sessions, Links links) {
        this.sessions = sessions;
        this.links = links;
        if (links.any()) {
            findAnnouncers();
        }
        this.pairs = links.any() ? pairs() : new long[0];
    }

    /** Looks at every session once where anything was announced, which is work for a job. */
    static LinkedSessions of(Sessions sessions, Links links) {
        return new LinkedSessions(sessions, links);
    }

    private void findAnnouncers() {
        Map<Place, Announcer> wanted = new HashMap<>();
        for (Announcer announcer : links.announcers()) {
            wanted.put(new Place(sessions.tables().indexOf(announcer.table()), announcer.row()), announcer);
        }
        for (int session = 0; session < sessions.count(); session++) {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                ObservationTable table = sessions.tables().get(sessions.table(place));
                if (!table.conversation(sessions.row(place)).announcements().isEmpty()) {
                    Announcer announcer = wanted.get(new Place(sessions.table(place), sessions.row(place)));
                    if (announcer != null) {
                        sessionOf.put(announcer.id(), session);
                    }
                }
            }
        }
    }

    private long[] pairs() {
        long[] found = new long[16];
        int count = 0;
        for (int session = 0; session < sessions.count(); session++) {
            int announcer = announcer(session);
            if (announcer != SessionLinks.NOBODY) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = (long) announcer << 32 | session;
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Who announced the port of a session: what the first of its observations that knows says. */
    static @Nullable Announcer announcer(Sessions sessions, Links links, int session) {
        for (int place = sessions.first(session); links.any() && place < sessions.last(session); place++) {
            Announcer announcer = links.announcer(sessions.tables().get(sessions.table(place)), sessions.row(place));
            if (announcer != null) {
                return announcer;
            }
        }
        return null;
    }

    /** The session that announced a session's port, or {@link SessionLinks#NOBODY}. */
    int announcer(int session) {
        Announcer announcer = announcer(sessions, links, session);
        return announcer == null ? SessionLinks.NOBODY : sessionOf.getOrDefault(announcer.id(), SessionLinks.NOBODY);
    }

    SessionLinks of(int session) {
        int from = notBelow((long) session << 32);
        int to = notBelow((long) (session + 1) << 32);
        int[] announced = new int[to - from];
        Arrays.setAll(announced, i -> (int) pairs[from + i]);
        return new SessionLinks(announcer(session), announced);
    }

    private int notBelow(long pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at >= 0 ? at : -at - 1;
    }
}
