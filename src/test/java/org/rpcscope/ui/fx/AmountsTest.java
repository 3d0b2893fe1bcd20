package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void countsAreGroupedAndUnknownOnesAreADash() {
        assertEquals(
                List.of("0", "999", "1,204,331", "—"),
                Stream.of(0L, 999L, 1_204_331L, -1L).map(Amounts::count).toList());
    }

    @Test
    void bytesTakeTheUnitThatKeepsThemShort() {
        assertEquals(
                List.of("—", "0 B", "999 B", "1.0 kB", "4.1 kB", "100 kB", "1.0 MB", "2.1 GB", "9.2 EB"),
                Stream.of(-1L, 0L, 999L, 1_000L, 4_100L, 99_960L, 999_999L, 2_100_000_000L, Long.MAX_VALUE)
                        .map(Amounts::bytes)
                        .toList());
    }

    @Test
    void durationsTakeTheUnitThatFits() {
        assertEquals(
                List.of("—", "0 ms", "0.4 ms", "412 ms", "1.0 s", "3.2 s", "1 m 0 s", "2 m 14 s", "3 h 5 m"),
                Stream.of(
                                -1L,
                                0L,
                                400_000L,
                                412_000_000L,
                                999_600_000L,
                                3_200_000_000L,
                                59_990_000_000L,
                                134_000_000_000L,
                                11_100_000_000_000L)
                        .map(Amounts::duration)
                        .toList());
    }

    @Test
    void changesCarryTheirSign() {
        assertEquals(
                List.of("+12", "−1,268", "0"),
                Stream.of(12L, -1_268L, 0L).map(Amounts::change).toList());
    }

    @Test
    void hugePowersOfTwoAreWrittenAsPowers() {
        assertEquals(
                List.of("16,777,216", "2^121"),
                Stream.of(BigInteger.ONE.shiftLeft(24), BigInteger.ONE.shiftLeft(121))
                        .map(Amounts::size)
                        .toList());
    }

    @Test
    void percentsStayWithinAHundredAndAreEmptyWhileTheWholeIsUnknown() {
        assertEquals(
                List.of("", "61 %", "100 %"),
                List.of(Amounts.percent(5, -1), Amounts.percent(61, 100), Amounts.percent(300, 100)));
    }
}
