package org.rpcscope.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What the analyst wants to see of the graph.
 *
 * @param opened groups whose members stand by themselves
 * @param hidden what is left out: hosts, networks with all their hosts, and roles
 * @param budget how many nodes may be shown: beyond some hundreds nobody can tell them apart
 */
public record View(GroupBy groupBy, Set<NodeKey> opened, Set<NodeKey> hidden, int budget) {

    /** So many nodes are shown at most, unless more are asked for. */
    public static final int BUDGET = 400;

    /** Of so many nodes the labels can still be read: more are gathered into networks. */
    static final int READABLE = 140;

    /** By network, with nothing opened and nothing hidden. */
    public static final View FIRST = new View(GroupBy.NETWORK, Set.of(), Set.of(), BUDGET);

    public View {
        opened = Set.copyOf(opened);
        hidden = Set.copyOf(hidden);
    }

    /** How hosts are gathered into groups. */
    public enum GroupBy {
        /** By network: the widest that is needed to stay within the budget. */
        NETWORK,
        /** By what they do in the sessions that are shown. */
        ROLE,
        /** Not at all; the hosts with the most flagged sessions are shown. */
        NONE
    }

    /** The same view, gathered another way. */
    public View groupedBy(GroupBy other) {
        return new View(other, opened, hidden, budget);
    }

    /** Opens a group that is closed, and closes one that is open. */
    public View toggled(NodeKey group) {
        return new View(groupBy, other(opened, group), hidden, budget);
    }

    /** Opens more groups. */
    public View opening(Set<NodeKey> groups) {
        Set<NodeKey> more = new HashSet<>(opened);
        more.addAll(groups);
        return new View(groupBy, more, hidden, budget);
    }

    /** Closes all groups. */
    public View closed() {
        return new View(groupBy, Set.of(), hidden, budget);
    }

    /** Hides a node that is shown, and shows one that is hidden. */
    public View hiding(NodeKey node) {
        return new View(groupBy, opened, other(hidden, node), budget);
    }

    /**
     * Shows some of what can be hidden and hides the rest of it.
     *
     * @param all what is decided on; other things stay as they are
     * @param shown those of them that are shown
     */
    public View showing(Collection<NodeKey> all, Collection<NodeKey> shown) {
        Set<NodeKey> changed = new HashSet<>(hidden);
        changed.addAll(all);
        changed.removeAll(Set.copyOf(shown));
        return new View(groupBy, opened, changed, budget);
    }

    /** Shows everything again that was hidden by wish. */
    public View unhidden() {
        return new View(groupBy, opened, Set.of(), budget);
    }

    private static Set<NodeKey> other(Set<NodeKey> keys, NodeKey key) {
        Set<NodeKey> changed = new HashSet<>(keys);
        if (!changed.remove(key)) {
            changed.add(key);
        }
        return changed;
    }
}
