package org.rpcscope.session;

/** The link types that are decoded (the LINKTYPE registry of tcpdump.org), by their numbers in capture files. */
public final class LinkType {

    /** BSD loopback: the address family, four bytes in the byte order of the machine that captured. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;
    public static final int PPP = 9;
    public static final int RAW_BSD = 12;
    public static final int RAW_OPENBSD = 14;
    /** PPP on serial lines, among whose frames Cisco's may be. */
    public static final int PPP_HDLC = 50;

    public static final int RAW = 101;
    public static final int CISCO_HDLC = 104;
    /** OpenBSD loopback: as {@link #NULL}, in network byte order. */
    public static final int LOOP = 108;

    public static final int LINUX_COOKED = 113;
    /** What OpenBSD's packet filter logs, with what it did. */
    public static final int PFLOG = 117;

    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    /** What Linux' netfilter logs. */
    public static final int NFLOG = 239;

    public static final int LINUX_COOKED_2 = 276;

    private LinkType() {}

    /** Whether packets of a link type are decoded, not counted alone. */
    public static boolean known(int type) {
        return switch (type) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, LINUX_COOKED, IPV4, IPV6, LINUX_COOKED_2 -> true;
            case PPP, PPP_HDLC, CISCO_HDLC, PFLOG, NFLOG -> true;
            default -> false;
        };
    }
}
