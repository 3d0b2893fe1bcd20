package org.rpcscope.session;

/**
 * What makes a session the same one after its number has changed: the first observation of it.
 *
 * @param input the fingerprint of the input
 * @param origin the offset of the first record in it
 */
public record SessionKey(long input, long origin) {

    /** The key of a session as it is now. */
    public static SessionKey of(Session session) {
        Session.Seen first = session.seen().getFirst();
        return new SessionKey(first.input().fingerprint(), first.origin());
    }

    /** The key of the observation at a place of some sessions. */
    public static SessionKey at(Sessions sessions, int place) {
        ObservationTable table = sessions.tables().get(sessions.table(place));
        return new SessionKey(table.input().fingerprint(), table.origin(sessions.row(place)));
    }

    /** The key of a session by its number. */
    public static SessionKey of(Sessions sessions, int session) {
        return at(sessions, sessions.first(session));
    }

    /**
     * The number of the session that has this observation, or -1. Looks at every observation, unless the hint is right.
     *
     * @param hint the number that it had
     */
    public int find(Sessions sessions, int hint) {
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
