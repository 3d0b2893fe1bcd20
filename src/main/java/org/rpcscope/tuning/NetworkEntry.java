package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * One line of a list of networks, as the analyst wrote it.
 *
 * @param cidr the text of the network; it may be faulty while it is typed
 * @param enabled whether the line counts; one that is switched off stays in the list
 * @param comment the analyst's note, may be empty
 * @param owner whose network it is, may be empty
 */
public record NetworkEntry(String cidr, boolean enabled, String comment, String owner) {

    /** A line that names no owner. */
    public NetworkEntry(String cidr, boolean enabled, String comment) {
        this(cidr, enabled, comment, "");
    }

    /** The network that the text means, or null where it is none. */
    public @Nullable Cidr network() {
        return Cidr.parse(cidr) instanceof Cidr.Valid(Cidr network) ? network : null;
    }

    /** The same line for another network. */
    public NetworkEntry withCidr(String next) {
        return new NetworkEntry(next, enabled, comment, owner);
    }

    /** The same line, switched on or off. */
    public NetworkEntry withEnabled(boolean next) {
        return new NetworkEntry(cidr, next, comment, owner);
    }

    /** The same line with another note. */
    public NetworkEntry withComment(String next) {
        return new NetworkEntry(cidr, enabled, next, owner);
    }

    /** The same line with another owner. */
    public NetworkEntry withOwner(String next) {
        return new NetworkEntry(cidr, enabled, comment, next);
    }
}
