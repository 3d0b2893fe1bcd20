package org.rpcscope.rpc;

import java.util.UUID;

/**
 * An interface as a bind names it: a UUID and a version (C706 6.2.3.2, {@code p_syntax_id_t}).
 *
 * @param major 0 to 65,535
 * @param minor 0 to 65,535
 */
public record InterfaceId(UUID uuid, int major, int minor) implements Comparable<InterfaceId> {

    /** The version as it is written: {@code major.minor}. */
    public String version() {
        return major + "." + minor;
    }

    /** By the text of the UUID, then by version: {@link UUID}'s own order compares signed numbers. */
    @Override
    public int compareTo(InterfaceId other) {
        int order = uuid.toString().compareTo(other.uuid.toString());
        if (order == 0) {
            order = Integer.compare(major, other.major);
        }
        return order == 0 ? Integer.compare(minor, other.minor) : order;
    }
}
