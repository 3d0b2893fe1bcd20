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
        long sourceHigh = packets.sourceHigh(packet);
        long sourceLow = packets.sourceLow(packet);
        long destinationHigh = packets.destinationHigh(packet);
        long destinationLow = packets.destinationLow(packet);
        int given = packets.ports(packet);
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
