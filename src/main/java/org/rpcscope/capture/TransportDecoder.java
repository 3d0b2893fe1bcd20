package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.stream.StreamProbe;

/**
 * Notes what tracking needs of a packet whose ends are known: TCP segments, UDP datagrams, the packets that ICMP errors
 * quote, and fragments. Every length is checked; what does not fit is left out without a word.
 */
final class TransportDecoder {

    static final int TCP = 6;
    static final int UDP = 17;

    /** The upper bits of an IPv4 address in its 128-bit form. */
    static final long MAPPED = 0xFFFFL << 32;

    /** Where the packets between two ends are noted. */
    interface Lists {
        Packets between(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow);
    }

    private final StreamProbe probe;
    private final Lists lists;
    private final ByteBuffer bytes;
    private long time;
    private long origin;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;

    TransportDecoder(StreamProbe probe, Lists lists, ByteBuffer bytes) {
        this.probe = probe;
        this.lists = lists;
        this.bytes = bytes;
    }

    /** The packet that is spoken of from now on: its time (ns since 1970), and where its record begins in the input. */
    void packet(long time, long origin) {
        this.time = time;
        this.origin = origin;
    }

    /** The ends of what is spoken of from now on; those of the innermost header count. */
    void between(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        this.sourceHigh = sourceHigh;
        this.sourceLow = sourceLow;
        this.destinationHigh = destinationHigh;
        this.destinationLow = destinationLow;
    }

    private void note(long transport, long numbers, long payload) {
        lists.between(sourceHigh, sourceLow, destinationHigh, destinationLow)
                .add(sourceHigh, sourceLow, destinationHigh, destinationLow, time, origin, transport, numbers, payload);
    }

    /**
     * What most packets are: TCP in IPv4 without options, in Ethernet without tags. Noted in one go, as the layers one after
     * the other would note it: so the compiler soon knows it whole.
     *
     * @param offset where the packet begins
     * @param end where its captured bytes end
     * @return whether it is such a packet, and noted
     */
    boolean plain(int offset, int end) {
        if (end - offset < 54) {
            return false;
        }
        long first =
                bytes.getLong(offset + 12); // EtherType, version and header length, service, length, identification
        long second =
                bytes.getLong(offset + 20); // flags and fragment offset, time to live, protocol, checksum, address
        long addresses = bytes.getLong(offset + 26);
        int tcp = offset + 34;
        long opening = bytes.getLong(tcp); // both ports, the sequence number
        long closing = bytes.getLong(tcp + 8); // the acknowledged number, header length and flags, window
        int length = ((int) (first >>> 16) & 0xFFFF) - 20;
        int header = (int) (closing >>> 26) & 0x3C;
        if (first >>> 40 != 0x0800_45L || (second >>> 32 & 0x3FFF_00FFL) != TCP || header < 20 || header > length) {
            return false;
        }
        long source = MAPPED | (addresses >>> 32);
        long destination = MAPPED | (addresses & 0xFFFFFFFFL);
        int payload = tcp + header;
        int there = Math.max(0, Math.min(length - header, end - payload));
        int marks = marks(payload, there);
        lists.between(0, source, 0, destination)
                .add(
                        0,
                        source,
                        0,
                        destination,
                        time,
                        origin,
                        Packets.transport(Packets.TCP, (int) (opening >>> 32), (int) (closing >>> 16), marks),
                        opening << 32 | closing >>> 32,
                        Packets.payload(length - header, payload, there));
        return true;
    }

    /**
     * A TCP segment.
     *
     * @param length how long it is on the wire, header and all
     * @param end where the captured bytes end
     */
    void tcp(int offset, int length, int end) {
        int header = end - offset >= 20 ? (bytes.get(offset + 12) >>> 4 & 0xF) * 4 : 0;
        if (header < 20 || header > length) {
            return;
        }
        int flags = bytes.get(offset + 13) & 0xFF;
        long numbers = bytes.getLong(offset + 4);
        payload(Packets.TCP, bytes.getInt(offset), flags, numbers, offset + header, length - header, end);
    }

    /** A UDP datagram; its own length counts where it is shorter than what IP says. */
    void udp(int offset, int length, int end) {
        if (end - offset < 8 || length < 8) {
            return;
        }
        int stated = bytes.getShort(offset + 4) & 0xFFFF;
        int payload = Math.min(length, stated < 8 ? length : stated) - 8;
        payload(Packets.UDP, bytes.getInt(offset), UDP, 0, offset + 8, payload, end);
    }

    private void payload(int kind, int ports, int flags, long numbers, int offset, int length, int end) {
        int wire = Math.min(length, 0xFFFF);
        int there = Math.max(0, Math.min(wire, end - offset));
        long transport = Packets.transport(kind, ports, flags, marks(offset, there));
        note(transport, numbers, Packets.payload(wire, offset, there));
    }

    private int marks(int offset, int there) {
        return there > 0 && probe.mayBegin(bytes, offset, there) ? Packets.CANDIDATE : 0;
    }

    /** A piece of a datagram: from {@code offset} to {@code end}, to be put at {@code position}. */
    void fragment(int identification, int protocol, int position, boolean more, int offset, int end) {
        int there = end - offset;
        if (there <= 0) {
            return;
        }
        long transport = Packets.transport(Packets.FRAGMENT, 0, protocol, more ? Packets.MORE : 0);
        note(transport, Packets.numbers(identification, position), Packets.payload(there, offset, there));
    }

    /** Destination unreachable (RFC 792, 1122, 1812): the quoted header is that of the packet that did not arrive. */
    void icmp(int offset, int end) {
        if (end - offset < 36 || bytes.get(offset) != 3) {
            return;
        }
        int quoted = offset + 8;
        int header = (bytes.get(quoted) & 0xF) * 4;
        if ((bytes.get(quoted) & 0xF0) != 0x40 || header < 20) {
            return;
        }
        boolean prohibited = switch (bytes.get(offset + 1)) {
            case 3, 9, 10, 13 -> true;
            default -> false;
        };
        between(
                0,
                MAPPED | (bytes.getInt(quoted + 12) & 0xFFFFFFFFL),
                0,
                MAPPED | (bytes.getInt(quoted + 16) & 0xFFFFFFFFL));
        error(bytes.get(quoted + 9), quoted + header, end, prohibited);
    }

    /** Destination unreachable of ICMPv6 (RFC 4443 3.1): administratively prohibited, no port, policy, reject route. */
    void icmp6(int offset, int end) {
        int quoted = offset + 8;
        if (end - offset < 52 || bytes.get(offset) != 1 || (bytes.get(quoted) & 0xF0) != 0x60) {
            return;
        }
        boolean prohibited = switch (bytes.get(offset + 1)) {
            case 1, 4, 5, 6 -> true;
            default -> false;
        };
        between(
                bytes.getLong(quoted + 8),
                bytes.getLong(quoted + 16),
                bytes.getLong(quoted + 24),
                bytes.getLong(quoted + 32));
        error(bytes.get(quoted + 6), quoted + 40, end, prohibited);
    }

    /** Whoever logged the packet just noted, if it was one, did not let it through: as if an ICMP error had said so. */
    void refused() {
        Packets packets = lists.between(sourceHigh, sourceLow, destinationHigh, destinationLow);
        int last = packets.count() - 1;
        boolean noted = last >= 0 && packets.origin(last) == origin;
        if (noted && (packets.kind(last) == Packets.TCP || packets.kind(last) == Packets.UDP)) {
            refusal(packets.kind(last) == Packets.TCP ? TCP : UDP, packets.ports(last), true);
        }
    }

    private void error(int protocol, int offset, int end, boolean prohibited) {
        if ((protocol != TCP && protocol != UDP) || end - offset < 4) {
            return;
        }
        refusal(protocol, bytes.getInt(offset), prohibited);
    }

    private void refusal(int protocol, int ports, boolean prohibited) {
        int marks = prohibited ? Packets.PROHIBITED : 0;
        note(Packets.transport(Packets.ICMP_ERROR, ports, protocol, marks), 0, 0);
    }
}
