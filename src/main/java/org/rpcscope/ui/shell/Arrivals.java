package org.rpcscope.ui.shell;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.cases.Import;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;

/**
 * Which flagged sessions have come with what is followed. Immutable; any thread.
 *
 * @param detection the flagged sessions as they are
 * @param arriving the tables of inputs that have grown or come up while they were followed
 */
record Arrivals(Detection detection, Map<ObservationTable, Boolean> arriving) {

    /** The flagged sessions that need not be told of any more. */
    record Known(Set<SessionKey> keys) {
        static final Known NOTHING = new Known(Set.of());
    }

    /**
     * What there is to tell.
     *
     * @param count how many flagged sessions have come
     * @param last one of them in words, or the empty text
     * @param known what need not be told of afterwards
     */
    record News(int count, String last, Known known) {}

    static Arrivals of(Detection detection, List<Import> imports) {
        Map<ObservationTable, Boolean> arriving = new IdentityHashMap<>();
        for (Import input : imports) {
            ObservationTable table = input.table();
            if (table != null && input.arriving()) {
                arriving.put(table, true);
            }
        }
        return new Arrivals(detection, arriving);
    }

    /** Whether both are about the same sessions, so that what is flagged beside is the doing of rules and networks. */
    static boolean sameSessions(Detection before, Detection now) {
        return before.sessions().tables().equals(now.sessions().tables())
                && before.sessions().count() == now.sessions().count();
    }

    /** What has come since so much was known. */
    News since(Known before) {
        Sessions sessions = detection.sessions();
        Set<SessionKey> keys = new HashSet<>(before.keys());
        int count = 0;
        int last = -1;
        for (int session : detection.flaggedSessions()) {
            boolean news = isNews(sessions, session, before.keys());
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                keys.add(SessionKey.at(sessions, place));
            }
            if (news) {
                count++;
                last = session;
            }
        }
        return new News(count, last < 0 ? "" : words(sessions.session(last)), new Known(keys));
    }

    private boolean isNews(Sessions sessions, int session, Set<SessionKey> before) {
        boolean came = false;
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            if (before.contains(SessionKey.at(sessions, place))) {
                return false;
            }
            came |= arriving.containsKey(sessions.tables().get(sessions.table(place)));
        }
        return came;
    }

    private static String words(Session session) {
        Session.Ends ends = session.ends();
        return ends.source() + " \u2192 " + ends.destination();
    }
}
