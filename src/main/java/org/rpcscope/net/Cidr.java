package org.rpcscope.net;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network: an address and how many of its leading bits are fixed (RFC 4632, RFC 4291 section 2.3).
 *
 * <p>A network has the family of its address, and an IPv6 network holds no IPv4 address: {@code ::/0} is all of IPv6
 * and none of IPv4, although the value of every IPv4 address lies between its first and its last ({@link #ranges}
 * leaves them out).
 *
 * @param network the lowest address; no bit is set beyond the length
 * @param length in the family's own terms: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress network, int length) {
    /** All of IPv4. */
    static final Cidr ALL_V4 = new Cidr(IpAddress.v4(0), 0);

    /** Refuses a length outside the family and bits beyond the length; {@link #parse} says so in words instead. */
    public Cidr {
        int longest = network.isV4() ? 32 : 128;
        if (length < 0 || length > longest) {
            throw new IllegalArgumentException("the length is not within 0 to " + longest + ": " + length);
        }
        if (!network.equals(start(network, bits(network, length)))) {
            throw new IllegalArgumentException(network + "/" + length + " has bits set beyond /" + length);
        }
    }

    /** What became of a text that was to be a network. */
    public sealed interface Parsed permits Valid, Faulty {}

    /**
     * The text is a network.
     *
     * @param cidr the network
     */
    public record Valid(Cidr cidr) implements Parsed {}

    /**
     * The text is not a network.
     *
     * @param reason a sentence that names what is wrong
     * @param suggestion the network that was probably meant, where that can be said
     */
    public record Faulty(String reason, @Nullable Cidr suggestion) implements Parsed {}

    /**
     * Reads {@code address/length}, or an address alone, which is a network of one. White space around it is ignored;
     * an IPv4-mapped network of at least 96 bits is the IPv4 network. Never throws.
     */
    public static Parsed parse(String text) {
        return CidrParser.parse(text);
    }

    /** The network of the given length (in the family's own terms) that the address lies in. */
    public static Cidr around(IpAddress address, int length) {
        return new Cidr(start(address, bits(address, length)), length);
    }

    /** The length in terms of the 128-bit value: 96 more than {@link #length} for IPv4. */
    public int bits() {
        return bits(network, length);
    }

    /** The lowest address, which is the network's own. */
    public IpAddress first() {
        return network;
    }

    /** The highest address. */
    public IpAddress last() {
        int bits = bits();
        return new IpAddress(network.high() | ~Bits.maskHigh(bits), network.low() | ~Bits.maskLow(bits));
    }

    /** How many addresses there are from the first to the last. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(128 - bits());
    }

    /** Whether the address is of the same family and lies in this network. */
    public boolean contains(IpAddress address) {
        int bits = bits();
        return address.isV4() == network.isV4()
                && (address.high() & Bits.maskHigh(bits)) == network.high()
                && (address.low() & Bits.maskLow(bits)) == network.low();
    }

    /** Whether every address of the other network lies in this one. */
    public boolean contains(Cidr other) {
        return other.length >= length && contains(other.network);
    }

    /**
     * The addresses in order: one range, or two for an IPv6 network so wide that the values of the IPv4 addresses lie
     * within it.
     */
    public List<Range> ranges() {
        Range v4 = new Range(ALL_V4.first(), ALL_V4.last());
        boolean enclosesV4 = !network.isV4()
                && first().compareTo(v4.first()) < 0
                && v4.last().compareTo(last()) <= 0;
        if (!enclosesV4) {
            return List.of(new Range(first(), last()));
        }
        Range below = new Range(first(), Bits.previous(v4.first()));
        return last().equals(v4.last()) ? List.of(below) : List.of(below, new Range(Bits.next(v4.last()), last()));
    }

    /** The canonical text, always with the length. */
    @Override
    public String toString() {
        return network + "/" + length;
    }

    private static int bits(IpAddress network, int length) {
        return network.isV4() ? 96 + length : length;
    }

    private static IpAddress start(IpAddress address, int bits) {
        return new IpAddress(address.high() & Bits.maskHigh(bits), address.low() & Bits.maskLow(bits));
    }
}
