package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.session.LinkHeader;
import org.rpcscope.session.LinkType;
import org.rpcscope.stream.StreamProbe;

/**
 * Finds the transport header in a packet, through link layers, tags, tunnels and extension headers. Runs on a worker's own, over bytes that may be anything: every length is checked, and what does not fit
 * is left out without a word, as the packet is still counted.
 */
final class PacketDecoder {

    private static final int MOST_LAYERS = 16;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int ETHERTYPE_VLAN = 0x8100;
    private static final int ETHERTYPE_QINQ = 0x88A8;
    private static final int ETHERTYPE_QINQ_OLD = 0x9100;
    private static final int ETHERTYPE_MPLS = 0x8847;
    private static final int ETHERTYPE_MPLS_MULTICAST = 0x8848;
    private static final int ETHERTYPE_PPPOE = 0x8864;
    private static final int ETHERTYPE_BRIDGED = 0x6558;
    private static final int ETHERTYPE_ERSPAN = 0x88BE; // types I and II
    private static final int ETHERTYPE_ERSPAN_III = 0x22EB;

    private static final int IPPROTO_ICMP = 1;
    private static final int IPPROTO_IPIP = 4;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPPROTO_GRE = 47;
    private static final int IPPROTO_ICMPV6 = 58;
    private static final int PORT_VXLAN = 4789;
    private static final int PORT_GENEVE = 6081;

    private final ByteBuffer bytes;
    private final TransportDecoder transport;
    private int end;
    private int layers;

    PacketDecoder(StreamProbe probe, TransportDecoder.Lists lists, ByteBuffer bytes) {
        this.bytes = bytes;
        this.transport = new TransportDecoder(probe, lists, bytes);
    }

    /**
     * Decodes one packet and adds what it holds: at most one entry, and one more where a firewall says that it refused it.
     *
     * @param offset where the packet begins in the buffer
     * @param captured how many of its bytes are there
     * @param linkType a number of {@link LinkType}
     * @param time nanoseconds since 1970
     * @param origin where its record begins in the input
     */
    void decode(int offset, int captured, int linkType, long time, long origin) {
        this.end = offset + captured;
        this.layers = 0;
        transport.packet(time, origin);
        if (linkType == LinkType.ETHERNET && transport.plain(offset, end)) {
            return;
        }
        switch (linkType) {
            case LinkType.ETHERNET -> ethernet(offset);
            case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 -> ip(offset);
            case LinkType.LINUX_COOKED -> typed(offset + 14);
            case LinkType.LINUX_COOKED_2 -> cooked2(offset);
            case LinkType.NULL, LinkType.LOOP -> ip(offset + 4); // the family is told by the IP version as well
            default -> other(linkType, offset);
        }
    }

    private void other(int linkType, int offset) {
        boolean refused = LinkHeader.refused(linkType, bytes, offset, end);
        long header = LinkHeader.of(linkType, bytes, offset, end);
        if (header != LinkHeader.NONE) {
            network((int) (header >>> 32), (int) header);
        }
        if (refused) {
            transport.refused();
        }
    }

    /** Decodes the transport layer of a datagram that was put together from fragments. */
    void reassembled(long[] ends, int protocol, int length, long time, long origin) {
        this.end = length;
        this.layers = 0;
        transport.packet(time, origin);
        transport.between(ends[0], ends[1], ends[2], ends[3]);
        payload(protocol, 0, length);
    }

    private boolean has(int offset, int length) {
        return end - offset >= length;
    }

    private int u8(int offset) {
        return bytes.get(offset) & 0xFF;
    }

    private int u16(int offset) {
        return bytes.getShort(offset) & 0xFFFF;
    }

    private void ethernet(int offset) {
        typed(offset + 12);
    }

    private void cooked2(int offset) {
        if (has(offset, 20)) {
            network(u16(offset), offset + 20);
        }
    }

    /** What an ethertype at the offset announces, behind it. */
    private void typed(int offset) {
        if (has(offset, 2)) {
            network(u16(offset), offset + 2);
        }
    }

    private void network(int ethertype, int offset) {
        if (++layers > MOST_LAYERS) {
            return;
        }
        switch (ethertype) {
            case ETHERTYPE_IPV4 -> ipv4(offset);
            case ETHERTYPE_IPV6 -> ipv6(offset);
            case ETHERTYPE_VLAN, ETHERTYPE_QINQ, ETHERTYPE_QINQ_OLD -> typed(offset + 2);
            case ETHERTYPE_MPLS, ETHERTYPE_MPLS_MULTICAST -> mpls(offset);
            case ETHERTYPE_PPPOE -> pppoe(offset);
            case ETHERTYPE_BRIDGED -> ethernet(offset);
            default -> {}
        }
    }

    /** Labels up to the bottom of the stack (RFC 3032); what follows is told by its first half octet. */
    private void mpls(int offset) {
        int at = offset;
        while (has(at, 4) && (bytes.get(at + 2) & 1) == 0) {
            at += 4;
        }
        if (!has(at, 5)) {
            return;
        }
        if (u8(at + 4) >>> 4 == 0) {
            ethernet(at + 8); // a pseudowire: a control word (RFC 4385), then Ethernet
        } else {
            ip(at + 4);
        }
    }

    private void pppoe(int offset) {
        if (has(offset, 8)) {
            network(LinkHeader.etherType(u16(offset + 6)), offset + 8);
        }
    }

    private void ip(int offset) {
        if (++layers > MOST_LAYERS || !has(offset, 1)) {
            return;
        }
        switch (u8(offset) >>> 4) {
            case 4 -> ipv4(offset);
            case 6 -> ipv6(offset);
            default -> {}
        }
    }

    private void ipv4(int offset) {
        if (!has(offset, 20) || u8(offset) >>> 4 != 4) {
            return;
        }
        int header = (bytes.get(offset) & 0xF) * 4;
        int total = u16(offset + 2);
        int wire = total == 0 ? end - offset : total; // 0: the network card was to split it (segmentation offload)
        if (header < 20 || wire < header || !has(offset, header)) {
            return;
        }
        long source = TransportDecoder.MAPPED | (bytes.getInt(offset + 12) & 0xFFFFFFFFL);
        long destination = TransportDecoder.MAPPED | (bytes.getInt(offset + 16) & 0xFFFFFFFFL);
        int protocol = u8(offset + 9);
        int fragment = u16(offset + 6);
        end = Math.min(end, offset + wire); // what is behind is padding
        transport.between(0, source, 0, destination);
        if ((fragment & 0x3FFF) != 0) {
            int position = (fragment & 0x1FFF) * 8;
            boolean more = (fragment & 0x2000) != 0;
            piece(u16(offset + 4), protocol, position, more, offset + header, wire - header);
        } else {
            payload(protocol, offset + header, wire - header);
        }
    }

    private void ipv6(int offset) {
        if (!has(offset, 40) || u8(offset) >>> 4 != 6) {
            return;
        }
        int payload = u16(offset + 4);
        int wire = payload == 0 ? end - offset - 40 : payload;
        transport.between(
                bytes.getLong(offset + 8),
                bytes.getLong(offset + 16),
                bytes.getLong(offset + 24),
                bytes.getLong(offset + 32));
        end = Math.min(end, offset + 40 + wire);
        int rest = offset + 40 + wire;
        int protocol = u8(offset + 6);
        int at = offset + 40;
        for (int headers = 0; headers < MOST_LAYERS; headers++) {
            switch (protocol) {
                case 0, 43, 60 -> { // hop-by-hop, routing, destination options (RFC 8200)
                    if (!has(at, 8)) {
                        return;
                    }
                    protocol = u8(at);
                    at += (u8(at + 1) + 1) * 8;
                }
                case 51 -> { // authentication header (RFC 4302)
                    if (!has(at, 8)) {
                        return;
                    }
                    protocol = u8(at);
                    at += (u8(at + 1) + 2) * 4;
                }
                case 44 -> {
                    if (!has(at, 8)) {
                        return;
                    }
                    int fragment = u16(at + 2);
                    protocol = u8(at);
                    if ((fragment & 0xFFF9) != 0) {
                        boolean more = (fragment & 1) != 0;
                        piece(bytes.getInt(at + 4), protocol, fragment & 0xFFF8, more, at + 8, rest - at - 8);
                        return;
                    }
                    at += 8; // an atomic fragment (RFC 6946): whole
                }
                default -> {
                    payload(protocol, at, rest - at);
                    return;
                }
            }
        }
    }

    /**
     * A fragment. What the capture's snap length cut short will never be whole: the first piece, which tells the ports,
     * then stands for all.
     */
    private void piece(int identification, int protocol, int position, boolean more, int offset, int length) {
        if (has(offset, length)) {
            transport.fragment(identification, protocol, position, more, offset, end);
        } else if (position == 0) {
            payload(protocol, offset, length);
        }
    }

    /**
     * What IP carries: a transport to note, or a tunnel to look into.
     *
     * @param length how long it is on the wire, which may be more than was captured
     */
    private void payload(int protocol, int offset, int length) {
        switch (protocol) {
            case TransportDecoder.TCP -> transport.tcp(offset, length, end);
            case TransportDecoder.UDP -> {
                int port = has(offset, 16) ? u16(offset + 2) : 0;
                if (port == PORT_VXLAN && (bytes.get(offset + 8) & 0x08) != 0) {
                    network(ETHERTYPE_BRIDGED, offset + 16); // RFC 7348
                } else if (port == PORT_GENEVE && bytes.get(offset + 8) >>> 6 == 0) {
                    network(u16(offset + 10), offset + 16 + (bytes.get(offset + 8) & 0x3F) * 4); // RFC 8926
                } else {
                    transport.udp(offset, length, end);
                }
            }
            case IPPROTO_ICMP -> transport.icmp(offset, end);
            case IPPROTO_ICMPV6 -> transport.icmp6(offset, end);
            case IPPROTO_IPIP, IPPROTO_IPV6 -> ip(offset);
            case IPPROTO_GRE -> gre(offset);
            default -> {}
        }
    }

    /** Generic routing encapsulation (RFC 2784, 2890). */
    private void gre(int offset) {
        if (!has(offset, 4)) {
            return;
        }
        int flags = u16(offset);
        if ((flags & 0x4007) != 0) {
            return; // source routing is gone from the standard; versions above 0 carry PPP
        }
        int at = offset + 4 + (Integer.bitCount(flags & 0xB000) * 4); // checksum, key, sequence number: four bytes each
        if (!has(at, 0)) {
            return;
        }
        int kind = u16(offset + 2);
        switch (kind) {
            case ETHERTYPE_ERSPAN -> mirrored((flags & 0x1000) == 0 ? at : at + 8);
            case ETHERTYPE_ERSPAN_III -> mirrored(has(at, 12) && (bytes.get(at + 11) & 1) != 0 ? at + 20 : at + 12);
            default -> network(kind, at);
        }
    }

    /** A frame that a switch sends on for others to look at (ERSPAN, draft-foschiano-erspan), behind the header. */
    private void mirrored(int offset) {
        network(ETHERTYPE_BRIDGED, offset);
    }
}
