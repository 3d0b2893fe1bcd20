package org.rpcscope.ui.overview;

import java.util.List;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Timeline;

/**
 * The counts of one moment.
 *
 * @param facets of the open topics, in their order
 * @param filter the text of the filter that they follow
 */
record Overview(List<Facet> facets, Timeline timeline, String filter) {

    static final Overview NOTHING = new Overview(List.of(), Timeline.EMPTY, "");

    Overview {
        facets = List.copyOf(facets);
    }
}
