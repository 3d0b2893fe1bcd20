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

    private static final IpAddress ANY_V4 = IpAddress.v4(0);
    private static final IpAddress ANY_V6 = new IpAddress(0, 0);

    /** Who answered. */
    public enum Kind {
        /** A tower in an answer of the endpoint mapper: ept_map or ept_lookup (C706 appendix O). */
        ENDPOINT_MAPPER,
        /** A string binding in an answer of the object exporter or the activator (MS-DCOM 2.2.19.3). */
        OBJECT_EXPORTER
    }

    /**
     * Where it is to be had, of a server that was asked at the address given: the address of the answer, or the server's
     * own where the answer has the unspecified one or a name, which is its own name as a rule.
     */
    public IpAddress at(IpAddress server) {
        return address == null || address.equals(ANY_V4) || address.equals(ANY_V6) ? server : address;
    }
}
