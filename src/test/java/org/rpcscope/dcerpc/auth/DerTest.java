package org.rpcscope.dcerpc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerTest {

    @Test
    void elementsAreFoundByTheirTagsWhateverStandsBefore() {
        Der der = der("02 01 05 30 05 a1 03 0a 01 02 1b 02 68 69");
        assertEquals(5, der.in(Der.INTEGER).number());
        assertEquals(
                2, der.in(Der.SEQUENCE).in(Der.context(1)).in(Der.ENUMERATED).number());
        assertEquals("hi", der.in(Der.GENERAL_STRING).text());
        assertTrue(der.in(Der.OCTET_STRING).isEmpty());
        assertEquals(11, der.afterFirst().length());
    }

    @Test
    void lengthsMayBeLong() {
        assertEquals("hi", der("1b 81 02 68 69").in(Der.GENERAL_STRING).text());
        assertEquals("hi", der("1b 84 00 00 00 02 68 69").in(Der.GENERAL_STRING).text());
    }

    @Test
    void anElementThatIsCutOffHasWhatIsThere() {
        assertEquals(
                "hi",
                der("30 40 1b 20 68 69").in(Der.SEQUENCE).in(Der.GENERAL_STRING).text());
        assertEquals("hi", der("1b 84 ff ff ff ff 68 69").in(Der.GENERAL_STRING).text());
    }

    @Test
    void indefiniteAndOverlongLengthsAndLongTagsEndTheReading() {
        for (String wrong : new String[] {"30 80", "30 85 00 00 00 00 02", "3f 22 00", "30", "30 82 00"}) {
            Der der = der(wrong + " 1b 02 68 69");
            assertTrue(der.in(Der.GENERAL_STRING).isEmpty(), wrong);
        }
    }

    @Test
    void identifiersAreDottedNumbers() {
        assertEquals("1.2.840.113554.1.2.2", identifier("2a 86 48 86 f7 12 01 02 02"));
        assertEquals("2.999.3", identifier("88 37 03"));
        assertEquals("", identifier(""));
        assertEquals("1.2", identifier("2a 86"));
    }

    private static String identifier(String hex) {
        return Der.identifier(octets(hex));
    }

    private static Der der(String hex) {
        return new Der(octets(hex));
    }

    private static Octets octets(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new Octets(ByteBuffer.wrap(bytes), 0, bytes.length);
    }
}
