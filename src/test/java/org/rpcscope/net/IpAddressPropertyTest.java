package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class IpAddressPropertyTest {
    @Property
    void theCanonicalTextReadsBackAsTheAddress(@ForAll("addresses") IpAddress address) {
        assertEquals(address, IpAddress.parse(address.toString()));
    }

    @Property
    void theBytesReadBackAsTheAddress(@ForAll("addresses") IpAddress address) {
        byte[] bytes = address.bytes();
        assertEquals(address, IpAddress.of(bytes, 0, bytes.length));
    }

    @Property
    void theCanonicalTextMeansTheSameToTheJdk(@ForAll("addresses") IpAddress address) {
        assertArrayEquals(
                address.bytes(), InetAddress.ofLiteral(address.toString()).getAddress());
    }

    @Property(tries = 5000)
    void textsMadeOfTheRightCharactersAreReadAsTheJdkReadsThem(@ForAll("nearlyAddresses") String text) {
        IpAddress read = IpAddress.parse(text);
        assertEquals(jdk(text), read == null ? null : read.toString(), text);
    }

    @Property
    void anyBytesAreReadOrRefusedButNeverThrow(@ForAll byte[] bytes) {
        long[] value = new long[2];
        boolean read = IpAddress.parseTo(bytes, 0, bytes.length, value);
        IpAddress parsed = IpAddress.parse(new String(bytes, StandardCharsets.ISO_8859_1));
        assertEquals(read ? new IpAddress(value[0], value[1]) : null, parsed);
    }

    @Property
    void theOrderIsThatOfUnsignedNumbers(@ForAll("addresses") IpAddress a, @ForAll("addresses") IpAddress b) {
        int expected = number(a).compareTo(number(b));
        assertEquals(expected, Integer.signum(a.compareTo(b)));
        assertEquals(expected, Integer.signum(IpAddress.compare(a.high(), a.low(), b.high(), b.low())));
    }

    @Provide
    Arbitrary<IpAddress> addresses() {
        return Samples.addresses();
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        Arbitrary<String> part = Arbitraries.of(
                "0", "1", "00", "ab", "FFFF", "ffff", "10", "255", "256", "01", "12345", "1.2.3.4", "0.0");
        Arbitrary<String> joint = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(":")),
                Tuple.of(2, Arbitraries.of("::")),
                Tuple.of(2, Arbitraries.of(".")),
                Tuple.of(1, Arbitraries.of(":::", "", " ")));
        return part.list()
                .ofMinSize(0)
                .ofMaxSize(9)
                .flatMap(parts -> joint.list()
                        .ofSize(parts.size() + 1)
                        .flatMap(joints -> Arbitraries.of(true, false).map(bare -> join(parts, joints, bare))));
    }

    private static String join(List<String> parts, List<String> joints, boolean bare) {
        StringBuilder text = new StringBuilder(bare ? "" : joints.getFirst());
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i));
            if (i + 1 < parts.size() || !bare) {
                text.append(joints.get(i + 1));
            }
        }
        return text.toString();
    }

    /**
     * The canonical text of what the JDK reads, or null. It takes leading zeros in dotted quads and groups of more than
     * four digits (against RFC 4291, section 2.2), which we refuse.
     */
    private static @Nullable String jdk(String text) {
        try {
            boolean v6 = text.indexOf(':') >= 0;
            boolean refused = text.matches("(.*[.:])?0[0-9]+\\..*|.*\\.0[0-9]+|.*[0-9a-fA-F]{5}.*");
            if (refused || (!v6 && !text.matches("[0-9]+(\\.[0-9]+){3}"))) {
                return null;
            }
            byte[] bytes = (v6 ? Inet6Address.ofLiteral(text) : Inet4Address.ofLiteral(text)).getAddress();
            return IpAddress.of(bytes, 0, bytes.length).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .or(new BigInteger(Long.toUnsignedString(address.low())));
    }
}
