package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * One line of a list of networks, as the analyst wrote it.
 *
 * @param cidr the text of the network; it may be faulty while it is typed
 * @param enabled whether the line counts; one that is switched off stays in the list
 * @param comment the analyst's note, may be empty
 */
public record NetworkEntry(String cidr, boolean enabled, String comment) {

    /** The network that the text means, or null where it is none. */
    public @Nullable Cidr network() {
        return Cidr.parse(cidr) instanceof Cidr.Valid(Cidr network) ? network : null;
    }
}
