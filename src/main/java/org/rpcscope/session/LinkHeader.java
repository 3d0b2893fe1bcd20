package org.rpcscope.session;

import java.nio.ByteBuffer;

/**
 * The link headers that stand before IP where frames have no Ethernet addresses: point-to-point lines, and what firewalls
 * put before the packets that they log. Bytes may be anything; any thread.
 */
public final class LinkHeader {

    /** No header that is known: nothing is behind it. */
    public static final long NONE = -1;

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int MPLS = 0x8847;
    private static final int PFLOG_ACTION = 2;
    private static final int PFLOG_SHORTEST = 28;
    private static final int NFLOG_PAYLOAD = 9;

    private LinkHeader() {}

    /**
     * What is behind the header of a packet.
     *
     * @param end where the packet ends
     * @return an EtherType in the upper half and where its packet begins in the lower; or {@link #NONE}
     */
    public static long of(int linkType, ByteBuffer bytes, int offset, int end) {
        return switch (linkType) {
            case LinkType.PPP, LinkType.PPP_HDLC, LinkType.CISCO_HDLC -> line(linkType, bytes, offset, end);
            case LinkType.PFLOG -> pflog(bytes, offset, end);
            case LinkType.NFLOG -> nflog(bytes, offset, end);
            default -> NONE;
        };
    }

    /** Whether a firewall logged the packet because it did not let it through: pf's actions are in OpenBSD's pfvar.h. */
    public static boolean refused(int linkType, ByteBuffer bytes, int offset, int end) {
        return linkType == LinkType.PFLOG && end - offset > PFLOG_ACTION && bytes.get(offset + PFLOG_ACTION) == 1;
    }

    /** PPP in HDLC-like framing (RFC 1662), whose address FF tells it from Cisco's, or without address and control. */
    private static long line(int linkType, ByteBuffer bytes, int offset, int end) {
        if (end - offset < 5) {
            return NONE;
        }
        int address = bytes.get(offset) & 0xFF;
        if (address == 0xFF) {
            return ppp(bytes, offset + 2);
        }
        boolean cisco = linkType == LinkType.CISCO_HDLC || address == 0x0F || address == 0x8F;
        return cisco ? behind(bytes.getShort(offset + 2) & 0xFFFF, offset + 4) : ppp(bytes, offset);
    }

    /** A protocol number of PPP in two bytes, or compressed into one, which is odd (RFC 1661 2). */
    private static long ppp(ByteBuffer bytes, int offset) {
        int first = bytes.get(offset) & 0xFF;
        boolean compressed = (first & 1) != 0;
        return behind(etherType(compressed ? first : bytes.getShort(offset) & 0xFFFF), offset + (compressed ? 1 : 2));
    }

    /** The EtherType that means the same as a protocol number of PPP, or 0 for those that carry no IP. */
    public static int etherType(int protocol) {
        return switch (protocol) {
            case 0x0021 -> IPV4;
            case 0x0057 -> IPV6;
            case 0x0281 -> MPLS;
            default -> 0;
        };
    }

    /** pf's own log (OpenBSD, FreeBSD): the header says how long it is, and is padded to four bytes. */
    private static long pflog(ByteBuffer bytes, int offset, int end) {
        int length = end > offset ? ((bytes.get(offset) & 0xFF) + 3) & ~3 : 0;
        return length < PFLOG_SHORTEST ? NONE : ip(bytes, offset + length, end);
    }

    /** Linux' log of netfilter: values with length and type in the byte order of the host, of which one is the packet. */
    private static long nflog(ByteBuffer bytes, int offset, int end) {
        int at = offset + 4;
        while (end - at >= 4) {
            int length = bytes.getShort(at) & 0xFFFF;
            int type = bytes.getShort(at + 2) & 0xFFFF;
            if (type >>> 8 != 0 || length > end - at) { // types are small: the other byte order
                length = Short.reverseBytes(bytes.getShort(at)) & 0xFFFF;
                type = type >>> 8;
            }
            if (length < 4) {
                return NONE;
            }
            if (type == NFLOG_PAYLOAD) {
                return ip(bytes, at + 4, end);
            }
            at += (length + 3) & ~3;
        }
        return NONE;
    }

    private static long ip(ByteBuffer bytes, int offset, int end) {
        if (end <= offset) {
            return NONE;
        }
        boolean six = (bytes.get(offset) & 0xF0) == 0x60;
        return behind(six ? IPV6 : IPV4, offset);
    }

    private static long behind(int etherType, int offset) {
        return (long) etherType << 32 | offset;
    }
}
