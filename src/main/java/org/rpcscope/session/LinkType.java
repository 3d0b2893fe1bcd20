package org.rpcscope.session;

/** The link types that are decoded (the LINKTYPE registry of tcpdump.org), by their numbers in capture files. */
public final class LinkType {

    /** BSD loopback: the address family, four bytes in the byte order of the machine that captured. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;
    public static final int RAW_BSD = 12;
    public static final int RAW_OPENBSD = 14;
    public static final int RAW = 101;
    /** OpenBSD loopback: as {@link #NULL}, in network byte order. */
    public static final int LOOP = 108;

    public static final int LINUX_COOKED = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_COOKED_2 = 276;

    private LinkType() {}

    /** Whether packets of a link type are decoded, not counted alone. */
    public static boolean known(int type) {
        return switch (type) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, LINUX_COOKED, IPV4, IPV6, LINUX_COOKED_2 -> true;
            default -> false;
        };
    }
}
