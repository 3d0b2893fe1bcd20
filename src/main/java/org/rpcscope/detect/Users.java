package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/** How many internal hosts use each flagged destination, and how many there are. For one thread while it grows. */
final class Users {

    private final BitSet hosts = new BitSet();
    private final BitSet flagged = new BitSet();
    private final PairSet pairs = new PairSet();
    private final int[] users; // of each number of the pool that is a flagged destination

    Users(Detection detection, int addresses) {
        users = new int[addresses];
        Sessions sessions = detection.sessions();
        for (int session : detection.flaggedSessions()) {
            int best = sessions.best(session);
            ObservationTable table = sessions.tables().get(sessions.table(best));
            flagged.set(table.destination(sessions.row(best)));
        }
    }

    /** An internal host opened a session. */
    void took(int host, int destination) {
        hosts.set(host);
        if (flagged.get(destination) && pairs.add(host, destination) == 1) {
            users[destination]++;
        }
    }

    /** Makes a suggestion of a destination that a number of all hosts use, or none. */
    interface Maker {
        @Nullable
        Suggestion of(int destination, int users, int all);
    }

    /** The destinations that half of the hosts use. */
    List<Suggestion> found(Maker maker) {
        int all = hosts.cardinality();
        List<Suggestion> found = new ArrayList<>();
        for (int i = flagged.nextSetBit(0); i >= 0 && i < users.length; i = flagged.nextSetBit(i + 1)) {
            Suggestion made = users[i] >= Suggestions.USERS && users[i] * 2L >= all ? maker.of(i, users[i], all) : null;
            if (made != null) {
                found.add(made);
            }
        }
        return found;
    }
}
