package org.rpcscope.capture;

/** The ends of a packet in the order of (address, port), the lower first. One object, reused for every look-up. */
final class FlowKey {

    long lowHigh;
    long lowLow;
    long highHigh;
    long highLow;
    int ports;
    boolean udp;
    /** Whether the packet goes from the lower end to the higher. */
    boolean fromLow;

    /** Takes the ends of a packet, and their order. */
    void of(Packets packets, int packet, boolean udp) {
        of(
                packets.sourceHigh(packet),
                packets.sourceLow(packet),
                packets.destinationHigh(packet),
                packets.destinationLow(packet),
                packets.ports(packet),
                udp);
    }

    /**
     * Takes two ends, and their order.
     *
     * @param given the source's port in the upper half, the destination's in the lower
     */
    void of(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int given, boolean udp) {
        int order = Long.compareUnsigned(sourceHigh, destinationHigh);
        if (order == 0) {
            order = Long.compareUnsigned(sourceLow, destinationLow);
        }
        if (order == 0) {
            order = Integer.compare(given >>> 16, given & 0xFFFF);
        }
        this.udp = udp;
        fromLow = order <= 0;
        lowHigh = fromLow ? sourceHigh : destinationHigh;
        lowLow = fromLow ? sourceLow : destinationLow;
        highHigh = fromLow ? destinationHigh : sourceHigh;
        highLow = fromLow ? destinationLow : sourceLow;
        ports = fromLow ? given : Integer.rotateLeft(given, 16);
    }

    int hash() {
        long h = lowHigh * 0x9E3779B97F4A7C15L ^ highHigh;
        h = (h ^ lowLow ^ Long.rotateLeft(highLow, 32)) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32) ^ (udp ? ~ports : ports)) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }

    /** Whether the lower end opened the conversation, as far as its ports tell. */
    boolean lowOpened() {
        boolean lowKnown = known(ports >>> 16);
        boolean highKnown = known(ports & 0xFFFF);
        if (lowKnown != highKnown) {
            return highKnown;
        }
        int order = Integer.compare(ports >>> 16, ports & 0xFFFF);
        return order == 0 ? fromLow : order > 0;
    }

    /** The ports of this program's own subject: where nobody saw a handshake, the end that has one is the server. */
    private static boolean known(int port) {
        return switch (port) {
            case 135, 139, 445, 593 -> true; // endpoint mapper, NetBIOS session, SMB, RPC over HTTP
            default -> false;
        };
    }

    /** Whether the ends are the same. */
    boolean same(FlowKey other) {
        return other.ports == ports
                && other.lowLow == lowLow
                && other.highLow == highLow
                && other.lowHigh == lowHigh
                && other.highHigh == highHigh
                && other.udp == udp;
    }

    boolean matches(Flow flow) {
        return flow.ports == ports
                && flow.lowLow == lowLow
                && flow.highLow == highLow
                && flow.lowHigh == lowHigh
                && flow.highHigh == highHigh
                && flow.udp == udp;
    }
}
