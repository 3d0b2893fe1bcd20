package org.rpcscope.graph;

import java.util.Set;
import org.rpcscope.job.Progress;

/** Gives the nodes of a graph their places. Pure: the same graph and places give the same places. */
@FunctionalInterface
public interface Layout {

    /**
     * The places of all nodes of the graph. Nodes that had one stay near it.
     *
     * @param before where nodes were
     * @param pinned nodes that keep the place they had
     * @param progress when it is cancelled, the places so far are returned
     */
    Places places(HostGraph graph, Places before, Set<NodeKey> pinned, Progress progress);
}
