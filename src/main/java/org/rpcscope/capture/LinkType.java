package org.rpcscope.capture;

/** The link types that are decoded (the LINKTYPE registry of tcpdump.org), by their numbers in capture files. */
final class LinkType {

    /** BSD loopback: the address family, four bytes in the byte order of the machine that captured. */
    static final int NULL = 0;

    static final int ETHERNET = 1;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int RAW = 101;
    /** OpenBSD loopback: as {@link #NULL}, in network byte order. */
    static final int LOOP = 108;

    static final int LINUX_COOKED = 113;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int LINUX_COOKED_2 = 276;

    private LinkType() {}

    static boolean known(int type) {
        return switch (type) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, LINUX_COOKED, IPV4, IPV6, LINUX_COOKED_2 -> true;
            default -> false;
        };
    }
}
