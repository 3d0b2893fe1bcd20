package org.rpcscope.ui.sessions;

import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;

/**
 * What makes a session the same one after its number has changed: the first observation of it.
 *
 * @param input the fingerprint of the input
 * @param origin the offset of the first record in it
 */
record SessionKey(long input, long origin) {

    static SessionKey of(Session session) {
        Session.Seen first = session.seen().getFirst();
        return new SessionKey(first.input().fingerprint(), first.origin());
    }

    /**
     * The number of the session that has this observation, or -1. Looks at every observation, unless the hint is right.
     *
     * @param hint the number that it had
     */
    int find(Sessions sessions, int hint) {
        if (hint >= 0 && hint < sessions.count() && isIn(sessions, hint)) {
            return hint;
        }
        for (int session = 0; session < sessions.count(); session++) {
            if (isIn(sessions, session)) {
                return session;
            }
        }
        return -1;
    }

    private boolean isIn(Sessions sessions, int session) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            if (table.origin(sessions.row(place)) == origin && table.input().fingerprint() == input) {
                return true;
            }
        }
        return false;
    }
}
