package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.overview.Group;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.session.Session;

/**
 * The line of a group of sessions, which opens. Two are equal when they are of the same group, whatever is in it. JavaFX
 * thread only.
 *
 * @param lead its first session
 * @param ports the ports that its first sessions were opened to, each once, in their order
 * @param open whether its sessions stand below it
 */
record GroupRow(Group group, SessionRow lead, List<Integer> ports, boolean open) implements TableLine {

    /** So many ports are named. */
    static final int PORTS = 4;

    /** What its sessions have in common. */
    String key() {
        Session.Ends ends = lead.session().ends();
        String pair = ends.source() + " → " + ends.destination();
        return switch (group.by()) {
            case SOURCE, DESTINATION, NONE -> addresses().getFirst().toString();
            case PAIR -> pair;
            case ACTIVITY -> pair + "  " + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        };
    }

    /** The hosts that it is about. */
    List<IpAddress> addresses() {
        Session.Ends ends = lead.session().ends();
        return switch (group.by()) {
            case SOURCE -> List.of(ends.source());
            case DESTINATION -> List.of(ends.destination());
            case PAIR, ACTIVITY, NONE -> List.of(ends.source(), ends.destination());
        };
    }

    /** The column that holds what its sessions have in common. */
    SessionColumn column() {
        return group.by() == GroupBy.SOURCE ? SessionColumn.SOURCE : SessionColumn.DESTINATION;
    }

    /** The ports of some sessions, each once, no more than are named. */
    static List<Integer> ports(IntStream ports) {
        return ports.distinct().limit(PORTS).boxed().toList();
    }

    @Override
    public String text(SessionColumn column) {
        return "";
    }

    @Override
    public boolean flagged() {
        return group.flagged() > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupRow row && group.id() == row.group.id() && group.by() == row.group.by();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(group.id());
    }

    /** What a screen reader says of the line. */
    @Override
    public String toString() {
        return key() + " " + group.sessions();
    }
}
