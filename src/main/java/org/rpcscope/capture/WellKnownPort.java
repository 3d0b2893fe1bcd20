package org.rpcscope.capture;

/** The ports of this program's own subject: where nobody saw a handshake, the end that has one is the server. */
final class WellKnownPort {

    private WellKnownPort() {}

    static boolean known(int port) {
        return switch (port) {
            case 135, 139, 445, 593 -> true; // endpoint mapper, NetBIOS session, SMB, RPC over HTTP
            default -> false;
        };
    }
}
