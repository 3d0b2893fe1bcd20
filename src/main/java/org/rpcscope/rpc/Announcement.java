package org.rpcscope.rpc;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/**
 * A port at which a server says that something is to be had.
 *
 * @param interfaceId what is there; null for a DCOM string binding, which is a way to any object of the exporter
 * @param address as the answer has it; null where it names a host instead. The unspecified address means the server itself
 * @param host the name, where the answer has one instead of an address
 * @param port TCP, 1 to 65,535
 */
public record Announcement(
        Kind kind,
        @Nullable InterfaceId interfaceId,
        @Nullable IpAddress address,
        @Nullable String host,
        int port) {

    /** Who answered. */
    public enum Kind {
        /** A tower in an answer of the endpoint mapper: ept_map or ept_lookup (C706 appendix O). */
        ENDPOINT_MAPPER,
        /** A string binding in an answer of the object exporter or the activator (MS-DCOM 2.2.19.3). */
        OBJECT_EXPORTER
    }
}
