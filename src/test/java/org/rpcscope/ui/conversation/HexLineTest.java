package org.rpcscope.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HexLineTest {

    @Test
    void bytesStandInHexadecimalAndAsTextWithDotsForTheRest() {
        byte[] bytes = "bind\0\u007f and more".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of("0000  62 69 6e 64 00 7f 20 61  bind.. a", "0008  6e 64 20 6d 6f 72 65     nd more"),
                HexLine.of(bytes, 8).stream().map(HexLine::text).toList());
    }

    @Test
    void sixteenBytesHaveAGapInTheMiddle() {
        assertEquals(
                List.of("0000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  ................"),
                HexLine.of(new byte[16], 16).stream().map(HexLine::text).toList());
    }

    @Test
    void aLineMeetsAPartThatHasAnyOfItsBytes() {
        HexLine line = HexLine.of(new byte[32], 8).get(1);
        assertTrue(line.meets(15, 1));
        assertTrue(line.meets(0, 9));
        assertFalse(line.meets(0, 8));
        assertFalse(line.meets(16, 4));
        assertFalse(line.meets(10, 0));
    }
}
