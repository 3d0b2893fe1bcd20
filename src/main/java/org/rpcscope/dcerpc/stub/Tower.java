package org.rpcscope.dcerpc.stub;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.InterfaceId;

/**
 * A protocol tower (C706 appendix L): an interface, and the protocols by which it is reached, one a floor.
 *
 * @param interfaceId the first floor; null when there is none
 * @param syntax the second floor: the transfer syntax
 * @param port of TCP, UDP or HTTP; 0 when no floor has one
 * @param address of the host; null when no floor has one
 */
record Tower(
        @Nullable InterfaceId interfaceId,
        @Nullable InterfaceId syntax,
        Transport transport,
        int port,
        @Nullable IpAddress address) {

    /** What carries the PDUs (C706 appendix I, MS-RPCE 2.1). */
    enum Transport {
        TCP,
        UDP,
        /** Named pipes of SMB. */
        PIPE,
        HTTP,
        /** Local calls, and what nobody uses any more. */
        OTHER
    }

    private static final int IDENTIFIER_TCP = 0x07;
    private static final int IDENTIFIER_UDP = 0x08;
    private static final int IDENTIFIER_IP = 0x09;
    private static final int IDENTIFIER_UUID = 0x0D;
    private static final int IDENTIFIER_PIPE = 0x0F;
    private static final int IDENTIFIER_HTTP = 0x1F;

    /** More floors than any protocol stack has. */
    private static final int FLOORS = 32;

    /** Reads the octets of a tower; floors that are cut off or unknown change nothing. */
    static Tower read(NdrReader in) {
        Tower tower = new Tower(null, null, Transport.OTHER, 0, null);
        int floors = Math.min(in.u16(), FLOORS);
        for (int i = 0; i < floors && !in.ended(); i++) {
            NdrReader left = in.packed(in.u16());
            NdrReader right = in.packed(in.u16());
            if (!in.ended()) {
                tower = tower.with(left, right);
            }
        }
        return tower;
    }

    private Tower with(NdrReader left, NdrReader right) {
        return switch (left.u8()) {
            case IDENTIFIER_UUID -> named(left, right);
            case IDENTIFIER_TCP -> over(Transport.TCP, right.port());
            case IDENTIFIER_UDP -> over(Transport.UDP, right.port());
            case IDENTIFIER_HTTP -> over(Transport.HTTP, right.port());
            case IDENTIFIER_PIPE -> over(Transport.PIPE, 0);
            case IDENTIFIER_IP -> at(right);
            default -> this;
        };
    }

    private Tower named(NdrReader left, NdrReader right) {
        InterfaceId id = new InterfaceId(left.uuid(), left.u16(), right.u16());
        if (left.ended()) {
            return this;
        }
        return interfaceId == null
                ? new Tower(id, syntax, transport, port, address)
                : new Tower(interfaceId, syntax == null ? id : syntax, transport, port, address);
    }

    private Tower over(Transport carrier, int number) {
        return new Tower(interfaceId, syntax, carrier, number, address);
    }

    private Tower at(NdrReader right) {
        IpAddress host = IpAddress.v4(right.port() << 16 | right.port());
        return right.ended() ? this : new Tower(interfaceId, syntax, transport, port, host);
    }
}
