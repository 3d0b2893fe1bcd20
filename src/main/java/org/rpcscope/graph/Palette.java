package org.rpcscope.graph;

import org.rpcscope.net.Zone;
import org.rpcscope.session.Tier;

/**
 * The colours of a graph, as ARGB.
 *
 * @param node the edge of a node, by the code of its zone
 * @param inside what nodes are filled with
 * @param tiers of edges with flagged sessions, by the place of the tier
 * @param plain of edges without any
 * @param chosen the ring around the chosen node
 */
public record Palette(int background, int[] node, int inside, int[] tiers, int plain, int chosen) {

    int of(Zone zone) {
        return node[zone.code()];
    }

    int of(Tier tier) {
        return tiers[tier.ordinal()];
    }
}
