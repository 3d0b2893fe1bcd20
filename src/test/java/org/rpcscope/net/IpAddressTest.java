package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    /** The examples of RFC 5952, sections 1 to 5, RFC 4291, section 2.2, and the forms that logs use. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:db8:0000:0:1::1, 2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "2001:db8:0:0:0::1, 2001:db8::1",
        "2001:db8:0:0::1, 2001:db8::1",
        "2001:db8:aaaa:bbbb:cccc:dddd::1, 2001:db8:aaaa:bbbb:cccc:dddd:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789, abcd:ef01:2345:6789:abcd:ef01:2345:6789",
        "FF01:0:0:0:0:0:0:101, ff01::101",
        "0:0:0:0:0:0:0:0, ::",
        "::, ::",
        "0::0, ::",
        "::1, ::1",
        "1::, 1::",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "0:0:0:0:0:0:13.1.68.3, ::d01:4403",
        "::13.1.68.3, ::d01:4403",
        "1:2:3:4:5:6:13.1.68.3, 1:2:3:4:5:6:d01:4403",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "fe80::1%eth0, fe80::1",
        "fe80::1%25, fe80::1",
        "0:0:0:0:0:FFFF:129.144.52.38, 129.144.52.38",
        "::ffff:10.0.0.1, 10.0.0.1",
        "::FFFF:0a00:0001, 10.0.0.1",
        "::ffff:0:0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0",
        "203.0.113.9, 203.0.113.9",
    })
    void writtenFormsHaveOneCanonicalText(String written, String canonical) {
        assertEquals(canonical, String.valueOf(IpAddress.parse(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "010.0.0.1",
                "1.2.3.04",
                "1.2.3.00",
                "1..2.3",
                ".1.2.3",
                "1.2.3.",
                "1.2.3.4 ",
                " 1.2.3.4",
                "-1.2.3.4",
                "1.2.3.4%eth0",
                "1.2.3.4/8",
                "0x1.2.3.4",
                "4294967297.0.0.1",
                ":",
                ":::",
                "1:",
                ":1",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "::1.2.3",
                "::1.2.3.4:5",
                "::01.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:6::1.2.3.4",
                "[::1]",
                "::1%",
                "%eth0",
                "::1/64",
                "fe80:%eth0",
                "::１",
                "1.2.3.４",
                "server",
                "a.b.c.d",
                "::1 ",
                "1:2:3:4:5:6:7:8:",
                ":1:2:3:4:5:6:7:8"
            })
    void whatIsNotAnAddressIsRefused(String written) {
        assertNull(IpAddress.parse(written));
    }

    @Test
    void aMappedAddressIsTheIpv4Address() {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;
        IpAddress v4 = IpAddress.v4(0x0a000001);
        assertEquals(v4, IpAddress.of(mapped, 0, 16));
        assertEquals(v4, IpAddress.of(mapped, 12, 4));
        assertTrue(IpAddress.of(mapped, 0, 16).isV4());
        assertArrayEquals(new byte[] {10, 0, 0, 1}, v4.bytes());
        assertEquals(0x0a000001, v4.v4Bits());
    }

    @Test
    void anAddressHasFourOrSixteenBytes() {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(new byte[16], 0, 6));
    }

    @Test
    void addressesAreOrderedAsUnsignedNumbers() {
        List<IpAddress> ascending = Stream.of(
                        "::",
                        "::1",
                        "::fffe:ffff:ffff",
                        "0.0.0.0",
                        "9.255.255.255",
                        "10.0.0.0",
                        "128.0.0.0",
                        "255.255.255.255",
                        "::1:0:0:0",
                        "64:ff9b::",
                        "2001:db8::",
                        "2001:db8::8000:0:0:0",
                        "8000::",
                        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
                .map(IpAddress::parse)
                .toList();
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "64:ff9b::a00:1, 10.0.0.1",
        "64:ff9b::203.0.113.9, 203.0.113.9",
        "2002:a00:1::, 10.0.0.1",
        "2002:cb00:7109:1:2:3:4:5, 203.0.113.9",
        "64:ff9b::1:0:1, null",
        "64:ff9b:1::a00:1, null",
        "2001:0:a00:1::, null",
        "2003:a00:1::, null",
        "10.0.0.1, null",
        "::a00:1, null",
    })
    void nat64And6to4StandForTheAddressInside(String outer, String inside) {
        IpAddress address = IpAddress.parse(outer);
        assertEquals(inside, String.valueOf(address.inside()));
    }

    @Test
    void anAddressIsReadFromTheMiddleOfALine() {
        byte[] line = "x\t192.168.7.9\tfe80::1%eth0\t-".getBytes(StandardCharsets.US_ASCII);
        long[] value = new long[2];
        assertTrue(IpAddress.parseTo(line, 2, 13, value));
        assertEquals(IpAddress.parse("192.168.7.9"), new IpAddress(value[0], value[1]));
        assertTrue(IpAddress.parseTo(line, 14, 26, value));
        assertEquals(IpAddress.parse("fe80::1"), new IpAddress(value[0], value[1]));
        assertFalse(IpAddress.parseTo(line, 27, 28, value));
        assertFalse(IpAddress.parseTo(line, 5, 5, value));
    }
}
