package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Networks;
import org.rpcscope.tuning.Fault;
import org.rpcscope.tuning.Nesting;
import org.rpcscope.tuning.NetworkEdits.Place;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/**
 * What is to be said of the lines of a profile. All lines are looked at for it, and there may be many thousands: work for a
 * job. Immutable; any thread.
 *
 * @param profile whose lines they are
 * @param boundary that they draw
 * @param lines of each list, in their order
 */
public record NetworkReview(Profile profile, Networks boundary, Map<NetworkList, List<Line>> lines) {

    /**
     * What is said of a line.
     *
     * @param network null where it is none
     * @param fault what is wrong with it, or null
     * @param changed whether the profile that holds has no such line
     * @param parent the place of the narrowest line of the same list that holds it; negative for none
     * @param within how many lines of other lists lie within it, where there are any
     */
    record Line(
            @Nullable Cidr network,
            @Nullable Fault fault,
            boolean changed,
            int parent,
            Map<NetworkList, Integer> within) {}

    /** Looks through the lines of a profile, beside the one that holds. */
    static NetworkReview of(Profile profile, Profile applied) {
        Map<Place, Fault> faults = new HashMap<>();
        profile.faults().forEach(fault -> faults.put(new Place(fault.list(), fault.index()), fault));
        Nesting nesting = Nesting.of(profile);
        Map<NetworkList, List<Line>> lines = new EnumMap<>(NetworkList.class);
        for (NetworkList list : NetworkList.values()) {
            List<NetworkEntry> entries = list.of(profile);
            Set<NetworkEntry> held = new HashSet<>(list.of(applied));
            List<Line> all = new ArrayList<>(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                NetworkEntry entry = entries.get(i);
                all.add(new Line(
                        entry.network(),
                        faults.get(new Place(list, i)),
                        !held.contains(entry),
                        nesting.parent(list, i),
                        within(nesting, list, i)));
            }
            lines.put(list, all);
        }
        return new NetworkReview(profile, profile.networks(0), lines);
    }

    private static Map<NetworkList, Integer> within(Nesting nesting, NetworkList list, int index) {
        Map<NetworkList, Integer> within = Map.of();
        for (NetworkList other : NetworkList.values()) {
            int lines = nesting.within(list, index, other);
            if (lines > 0) {
                within = within.isEmpty() ? new EnumMap<>(NetworkList.class) : within;
                within.put(other, lines);
            }
        }
        return within;
    }

    List<Line> of(NetworkList list) {
        return lines.getOrDefault(list, List.of());
    }
}
