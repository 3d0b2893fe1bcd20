package org.rpcscope.overview;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.SessionLinks;
import org.rpcscope.job.Progress;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;

/**
 * Sessions put together by what they have in common: an index over their numbers, group after group. The groups stand in
 * the order of their first sessions, and within each the order stays, so that the index follows any order of a table.
 * Immutable; any thread.
 */
public final class SessionGroups {

    private static final int CHECK = 4095;

    /** A chain of announcements is followed so far; what made a longer one, or a circle, is no endpoint mapper. */
    private static final int LONGEST_CHAIN = 8;

    private final Detection detection;
    private final GroupBy by;
    private final int[] sessions;
    private final int[] starts; // of each group its first place in sessions, and one more
    private final long[] ids;
    private final int[] totalOf; // of each group its place in the totals
    private final GroupTotals totals;

    private SessionGroups(
            Detection detection,
            GroupBy by,
            int[] sessions,
            int[] starts,
            long[] ids,
            int[] totalOf,
            GroupTotals totals) {
        this.detection = detection;
        this.by = by;
        this.sessions = sessions;
        this.starts = starts;
        this.ids = ids;
        this.totalOf = totalOf;
        this.totals = totals;
    }

    /**
     * Puts sessions together, which is work for a job: it looks at each of them once or twice. Of no use where the progress
     * is cancelled.
     *
     * @param order numbers of sessions of the detection
     */
    public static SessionGroups of(Detection detection, GroupBy by, int[] order, Progress progress) {
        IntToLongFunction key = key(detection, by);
        KeyNumbers numbers = new KeyNumbers();
        int[] groupOf = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            groupOf[i] = numbers.of(key.applyAsLong(order[i]));
        }
        if (progress.cancelled()) {
            return new SessionGroups(
                    detection, by, new int[0], new int[1], new long[0], new int[0], new GroupTotals(detection, 0));
        }
        int groups = numbers.count();
        int[] starts = new int[groups + 1];
        for (int group : groupOf) {
            starts[group + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        int[] sessions = new int[order.length];
        GroupTotals totals = new GroupTotals(detection, groups);
        for (int i = 0; i < order.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            sessions[next[groupOf[i]]++] = order[i];
            totals.add(groupOf[i], order[i]);
        }
        int[] same = new int[groups];
        Arrays.setAll(same, group -> group);
        return new SessionGroups(detection, by, sessions, starts, numbers.keys(), same, totals);
    }

    private static IntToLongFunction key(Detection detection, GroupBy by) {
        Sessions sessions = detection.sessions();
        return switch (by) {
            case SOURCE -> session -> table(sessions, session).source(row(sessions, session));
            case DESTINATION -> session -> table(sessions, session).destination(row(sessions, session));
            case PAIR ->
                session -> {
                    ObservationTable table = table(sessions, session);
                    int row = row(sessions, session);
                    return (long) table.source(row) << 32 | table.destination(row);
                };
            case ACTIVITY -> session -> root(detection, session);
            case NONE -> session -> session;
        };
    }

    private static ObservationTable table(Sessions sessions, int session) {
        return sessions.tables().get(sessions.table(sessions.best(session)));
    }

    private static int row(Sessions sessions, int session) {
        return sessions.row(sessions.best(session));
    }

    /** The session with which an activity began. */
    private static int root(Detection detection, int session) {
        int root = session;
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            int announcer = detection.announcer(root);
            if (announcer == SessionLinks.NOBODY || announcer == session) {
                break;
            }
            root = announcer;
        }
        return root;
    }

    /** The same groups with the most bytes in one direction first, or last; those with as many stay in their order. */
    public SessionGroups byBytes(boolean outward, boolean descending) {
        long[] bytes = totals.bytes(outward);
        long[] keys = new long[count()];
        Arrays.setAll(keys, group -> descending ? ~bytes[totalOf[group]] : bytes[totalOf[group]]);
        int[] order = IndexSort.order(keys, keys.length);
        int[] moved = new int[sessions.length];
        int[] movedStarts = new int[starts.length];
        long[] movedIds = new long[ids.length];
        int[] movedTotals = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int group = order[i];
            System.arraycopy(sessions, starts[group], moved, movedStarts[i], size(group));
            movedStarts[i + 1] = movedStarts[i] + size(group);
            movedIds[i] = ids[group];
            movedTotals[i] = totalOf[group];
        }
        return new SessionGroups(detection, by, moved, movedStarts, movedIds, movedTotals, totals);
    }

    public GroupBy by() {
        return by;
    }

    /** How many groups there are. */
    public int count() {
        return ids.length;
    }

    /** The sessions, group after group; not to be changed. */
    public int[] sessions() {
        return sessions;
    }

    /** The place of a group's first session among {@link #sessions}; its others follow. */
    public int start(int group) {
        return starts[group];
    }

    /** How many sessions a group has. */
    public int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** The group of the session at a place of {@link #sessions}. */
    public int at(int place) {
        int found = Arrays.binarySearch(starts, 0, count(), place);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * What a group is known by in the index of other sessions of the same case: its number changes, this does not. That two
     * different groups of one index have the same is possible and of no use to anybody: they would open together.
     */
    public long id(int group) {
        if (by != GroupBy.ACTIVITY && by != GroupBy.NONE) {
            return ids[group]; // numbers of addresses, which stay
        }
        SessionKey key = SessionKey.of(detection.sessions(), (int) ids[group]);
        return KeyNumbers.mixed(KeyNumbers.mixed(key.input()) ^ key.origin());
    }

    /** The group of that {@link #id}, or -1. Looks at all of them. */
    public int find(long id) {
        for (int group = 0; group < count(); group++) {
            if (id(group) == id) {
                return group;
            }
        }
        return -1;
    }

    /** What there is to say of a group. */
    public Group group(int group) {
        return totals.of(totalOf[group], by, id(group), size(group));
    }
}
