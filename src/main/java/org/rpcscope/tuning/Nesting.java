package org.rpcscope.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.net.Cidr;

/**
 * How the lines of the lists lie within each other: found in one pass over all lines in the order of their networks.
 * Immutable; any thread.
 */
public final class Nesting {

    private static final int NONE = -1;

    private static final Comparator<Line> ORDER = Comparator.comparing((Line line) -> line.network.network())
            .thenComparingInt(line -> line.network.bits())
            .thenComparing(Line::list)
            .thenComparingInt(Line::index);

    private final Map<NetworkList, int[]> parents = new EnumMap<>(NetworkList.class);
    private final Map<NetworkList, int[]> deciding = new EnumMap<>(NetworkList.class);
    private final Map<NetworkList, int[][]> within = new EnumMap<>(NetworkList.class);

    /** A line that is a network. */
    private record Line(NetworkList list, int index, Cidr network, boolean enabled) {}

    private Nesting(Profile profile) {
        for (NetworkList list : NetworkList.values()) {
            int lines = list.of(profile).size();
            int[] none = new int[lines];
            Arrays.fill(none, NONE);
            parents.put(list, none);
            deciding.put(list, none.clone());
            within.put(list, new int[lines][NetworkList.values().length]);
        }
    }

    /** How the lines of a profile lie. Faulty lines lie nowhere. */
    public static Nesting of(Profile profile) {
        List<Line> lines = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            List<NetworkEntry> entries = list.of(profile);
            for (int i = 0; i < entries.size(); i++) {
                Cidr network = entries.get(i).network();
                if (network != null) {
                    lines.add(new Line(list, i, network, entries.get(i).enabled()));
                }
            }
        }
        lines.sort(ORDER);
        Nesting nesting = new Nesting(profile);
        List<Line> open = new ArrayList<>(); // the lines that hold the present one, the widest first
        for (Line line : lines) {
            while (!open.isEmpty() && !open.getLast().network.contains(line.network)) {
                open.removeLast();
            }
            nesting.place(line, open);
            open.add(line);
        }
        return nesting;
    }

    private void place(Line line, List<Line> open) {
        boolean decided = false;
        for (Line outer : open.reversed()) {
            boolean same = outer.network.equals(line.network);
            if (!same && outer.list == line.list && parent(line.list, line.index) == NONE) {
                parents(parents, line.list)[line.index] = outer.index;
            }
            if (!same && outer.enabled && !decided) {
                decided = true;
                parents(deciding, line.list)[line.index] = outer.list == line.list ? outer.index : NONE;
            }
            if (outer.list != line.list && line.enabled) {
                lines(outer.list)[outer.index][line.list.ordinal()]++;
            }
        }
    }

    /** The place of the narrowest line of the same list that holds a line, or a negative number. */
    public int parent(NetworkList list, int index) {
        return parents(parents, list)[index];
    }

    /**
     * The line of the same list that would decide if a line were not there, or a negative number where that is none, or one of
     * another list.
     */
    int deciding(NetworkList list, int index) {
        return parents(deciding, list)[index];
    }

    /** How many lines of another list that are on lie within a line. */
    public int within(NetworkList list, int index, NetworkList other) {
        return lines(list)[index][other.ordinal()];
    }

    private static int[] parents(Map<NetworkList, int[]> map, NetworkList list) {
        return map.getOrDefault(list, new int[0]);
    }

    private int[][] lines(NetworkList list) {
        return within.getOrDefault(list, new int[0][]);
    }
}
