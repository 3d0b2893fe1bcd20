package org.rpcscope.tuning;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * One line of a list of networks, as the analyst wrote it.
 */
public final class NetworkEntry {

    private final String cidr;
    private final boolean enabled;
    private final String comment;
    private final String owner;
    private final @Nullable Cidr network; // what the text means: thousands of lines are asked again and again

    /**
     * A line.
     *
     * @param cidr the text of the network; it may be faulty while it is typed
     * @param enabled whether the line counts; one that is switched off stays in the list
     * @param comment the analyst's note, may be empty
     * @param owner whose network it is, may be empty
     */
    public NetworkEntry(String cidr, boolean enabled, String comment, String owner) {
        this(cidr, enabled, comment, owner, Cidr.parse(cidr) instanceof Cidr.Valid(Cidr network) ? network : null);
    }

    private NetworkEntry(String cidr, boolean enabled, String comment, String owner, @Nullable Cidr network) {
        this.cidr = cidr;
        this.enabled = enabled;
        this.comment = comment;
        this.owner = owner;
        this.network = network;
    }

    /** A line that names no owner. */
    public NetworkEntry(String cidr, boolean enabled, String comment) {
        this(cidr, enabled, comment, "");
    }

    /** The text of the network; it may be faulty while it is typed. */
    public String cidr() {
        return cidr;
    }

    /** Whether the line counts; one that is switched off stays in the list. */
    public boolean enabled() {
        return enabled;
    }

    /** The analyst's note, may be empty. */
    public String comment() {
        return comment;
    }

    /** Whose network it is, may be empty. */
    public String owner() {
        return owner;
    }

    /** The network that the text means, or null where it is none. */
    public @Nullable Cidr network() {
        return network;
    }

    /** The same line for another network. */
    public NetworkEntry withCidr(String next) {
        return new NetworkEntry(next, enabled, comment, owner);
    }

    /** The same line, switched on or off. */
    public NetworkEntry withEnabled(boolean next) {
        return new NetworkEntry(cidr, next, comment, owner, network);
    }

    /** The same line with another note. */
    public NetworkEntry withComment(String next) {
        return new NetworkEntry(cidr, enabled, next, owner, network);
    }

    /** The same line with another owner. */
    public NetworkEntry withOwner(String next) {
        return new NetworkEntry(cidr, enabled, comment, next, network);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof NetworkEntry entry
                        && enabled == entry.enabled
                        && cidr.equals(entry.cidr)
                        && comment.equals(entry.comment)
                        && owner.equals(entry.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cidr, enabled, comment, owner);
    }

    @Override
    public String toString() {
        return cidr + (enabled ? "" : " (off)") + (comment.isEmpty() ? "" : " " + comment);
    }
}
