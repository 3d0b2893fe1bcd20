package org.rpcscope.detect;

import org.rpcscope.net.Networks;
import org.rpcscope.session.Sessions;

/**
 * The flagged sessions of some tables at one moment, under one boundary. Immutable; any thread. Sessions are known by
 * their numbers in {@link #sessions}.
 */
public final class Detection {

    private final Sessions sessions;
    private final Networks networks;

    Detection(Sessions sessions, Networks networks) {
        this.sessions = sessions;
        this.networks = networks;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The boundary under which they are flagged. */
    public Networks networks() {
        return networks;
    }

    public int flaggedCount() {
        throw new UnsupportedOperationException();
    }

    public boolean flagged(int session) {
        throw new UnsupportedOperationException();
    }

    /** The numbers of the flagged sessions, ascending; the caller's own copy. */
    public int[] flaggedSessions() {
        throw new UnsupportedOperationException();
    }

    /** The flagged sessions in the order of attention: by score, highest first; of equal scores the earlier first. */
    public int[] flaggedByScore() {
        throw new UnsupportedOperationException();
    }

    /** How many flagged sessions there are, by the place of the tier in {@link org.rpcscope.session.Tier}. */
    public int[] countsByTier() {
        throw new UnsupportedOperationException();
    }

    /** What is to be said of a session, flagged or not; made when asked for, for one line on the screen. */
    public Finding finding(int session) {
        throw new UnsupportedOperationException();
    }

    /** The total of the session's score, without the words; 0 where it is not flagged. */
    public int score(int session) {
        throw new UnsupportedOperationException();
    }

    /** What another boundary would add and remove. Nothing here changes. */
    public Effect whatIf(Networks next) {
        throw new UnsupportedOperationException();
    }
}
