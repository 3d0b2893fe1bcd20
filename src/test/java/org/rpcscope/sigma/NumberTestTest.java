package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTestTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "+5, 5", "007, 7", "999999999999999999, 999999999999999999", "-135, -135"})
    void aWholeNumberOfFewDigitsIsNoDecimal(String text, long number) {
        assertEquals(number, NumberTest.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1000000000000000000", "5.0", "1e3", ".5", "-5."})
    void everyOtherNumberIs(String text) {
        assertInstanceOf(BigDecimal.class, NumberTest.parse(text));
    }

    @Test
    void otherTextsAreNone() {
        for (String text : new String[] {"", "-", "+", "1a", " 1", "--1", "٣", "1".repeat(65)}) {
            assertNull(NumberTest.parse(text), text);
        }
    }

    /** However a number is written: whole, with a fraction that is zero, or as a decimal. */
    @Property
    void comparesAsDecimalsDo(
            @ForAll @LongRange(min = -3, max = 3) long number,
            @ForAll @LongRange(min = -3, max = 3) long value,
            @ForAll @IntRange(max = 3) int way,
            @ForAll NumberTest.Comparison comparison) {
        String[] ways = {"%d", "%d.0", "%d.5", "%de0"};
        String written = ways[way].formatted(number);
        NumberTest test = NumberTest.of(comparison, NumberTest.parse(written));
        boolean expected = comparison.holds(BigDecimal.valueOf(value).compareTo(new BigDecimal(written)));

        assertEquals(expected, test.number(value));
        assertEquals(expected, test.text(Long.toString(value)));
        assertEquals(expected, test.text(value + ".00"));
    }
}
