package org.rpcscope.rpc;

import java.util.Comparator;
import java.util.UUID;

/**
 * An interface as a bind names it: a UUID and a version (C706 6.2.3.2, {@code p_syntax_id_t}).
 *
 * @param major 0 to 65,535
 * @param minor 0 to 65,535
 */
public record InterfaceId(UUID uuid, int major, int minor) implements Comparable<InterfaceId> {

    /** By the text of the UUID, then by version: {@link UUID}'s own order compares signed numbers. */
    private static final Comparator<InterfaceId> ORDER = Comparator.comparing((InterfaceId id) -> id.uuid.toString())
            .thenComparingInt(InterfaceId::major)
            .thenComparingInt(InterfaceId::minor);

    /** The version as it is written: {@code major.minor}. */
    public String version() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(InterfaceId other) {
        return ORDER.compare(this, other);
    }
}
