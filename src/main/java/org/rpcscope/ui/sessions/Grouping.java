package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.Set;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;

/**
 * How sessions are put together.
 *
 * @param open the groups that are open, by {@link SessionGroups#id}
 */
record Grouping(GroupBy by, Set<Long> open) {

    static final Grouping NONE = new Grouping(GroupBy.NONE, Set.of());

    /** The groups of sessions: in the order of what is first in each, but by bytes in that of all that each has. */
    SessionGroups groups(Detection detection, int[] order, List<SortBy> sort, Progress progress) {
        SessionGroups groups = SessionGroups.of(detection, by, order, progress);
        if (sort.isEmpty()) {
            return groups;
        }
        SortBy first = sort.getFirst();
        return switch (first.column()) {
            case BYTES_OUT -> groups.byBytes(true, first.descending());
            case BYTES_IN -> groups.byBytes(false, first.descending());
            default -> groups;
        };
    }
}
