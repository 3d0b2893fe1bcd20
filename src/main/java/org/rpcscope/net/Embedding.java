package org.rpcscope.net;

import org.jspecify.annotations.Nullable;

/**
 * The forms of IPv6 address that stand for an IPv4 address and have a fixed prefix, so that they are known without any
 * configuration. In the order of their blocks. Teredo is not among them: what it embeds is a relay and a NAT's outside.
 */
enum Embedding {
    /** RFC 6052, section 2.1: the last 32 bits. */
    NAT64("NAT64", 0x0064_ff9b_0000_0000L, 96),
    /** RFC 3056, section 2: the 32 bits after 2002. */
    SIX_TO_FOUR("6to4", 0x2002_0000_0000_0000L, 16);

    private static final Embedding[] FORMS = values();

    private final String label;
    private final long high;
    private final int length;

    Embedding(String label, long high, int length) {
        this.label = label;
        this.high = high;
        this.length = length;
    }

    static @Nullable Embedding of(IpAddress address) {
        for (Embedding embedding : FORMS) {
            if (embedding.block().contains(address)) {
                return embedding;
            }
        }
        return null;
    }

    String label() {
        return label;
    }

    Cidr block() {
        return new Cidr(new IpAddress(high, 0), length);
    }

    /** The IPv4 address that an address of this block stands for. */
    IpAddress inside(IpAddress address) {
        return switch (this) {
            case NAT64 -> IpAddress.v4((int) address.low());
            case SIX_TO_FOUR -> IpAddress.v4((int) (address.high() >>> 16));
        };
    }

    /** The first address of this block that stands for the IPv4 address given. */
    IpAddress image(int v4) {
        long bits = Integer.toUnsignedLong(v4);
        return switch (this) {
            case NAT64 -> new IpAddress(high, bits);
            case SIX_TO_FOUR -> new IpAddress(high | (bits << 16), 0);
        };
    }
}
