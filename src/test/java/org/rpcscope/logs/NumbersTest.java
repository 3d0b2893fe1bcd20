package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Property(tries = 2000)
    void countsAreReadExactly(@ForAll @LongRange(min = 0) long value, @ForAll @IntRange(min = 0, max = 18) int digits) {
        String text = Long.toString(value);
        String shorter = text.substring(0, Math.min(text.length(), digits + 1));
        assertEquals(value, count(text));
        assertEquals(Long.parseLong(shorter), count(shorter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "-1", "+1", "1x", "x", " 1", "1.0", "9223372036854775808", "123456789:", "/", ":", "é"})
    void whatIsNoCountIsBad(String text) {
        assertEquals(Numbers.BAD, count(text));
    }

    @Property(tries = 2000)
    void secondsAreReadExactlyToTheNanosecond(
            @ForAll @LongRange(min = 0, max = 9_223_372_035L) long seconds,
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long fraction,
            @ForAll @IntRange(min = 0, max = 12) int digits) {
        String text =
                seconds + (digits == 0 ? "" : "." + "%012d".formatted(fraction).substring(0, digits));
        BigDecimal exact = new BigDecimal(text).movePointRight(9).setScale(0, RoundingMode.DOWN);
        assertEquals(exact.longValueExact(), nanos(text));
    }

    @ParameterizedTest
    @CsvSource({
        "9.5367431640625e-07, 953",
        "1.588205199824E9, 1588205199824000000",
        "15e+2, 1500000000000",
        "1e-30, 0",
        "0e40, 0",
        "0.0, 0",
        "1., 1000000000",
        "1e11, BAD",
        "1e999999999999, BAD",
        "1e, BAD",
        "., BAD",
        ".5, BAD",
        "1.2.3, BAD",
        "1.2e3.4, BAD",
        "-1.5, BAD",
        "9223372036.9, BAD",
        "99999999999999999999, BAD",
        "0.00000x, BAD",
        "x.000000, BAD"
    })
    void unusualSeconds(String text, String expected) {
        assertEquals(expected, nanos(text) == Numbers.BAD ? "BAD" : Long.toString(nanos(text)));
    }

    @Property(tries = 1000)
    void isoTimesAreReadExactly(
            @ForAll @LongRange(min = 0, max = 9_214_646_399L) long seconds,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);
        long expected = seconds * 1_000_000_000L + nanos;
        assertEquals(expected, time(instant.toString()));
        long shifted = seconds + hours * 3600L;
        if (shifted >= 0 && shifted < 9_214_646_399L) {
            String local = Instant.ofEpochSecond(shifted, nanos).toString().replace("Z", "");
            String sign = hours < 0 ? "-" : "+";
            assertEquals(expected, time(local + "%s%02d:00".formatted(sign, Math.abs(hours))));
            assertEquals(expected, time(local.replace('T', ' ') + "%s%02d00".formatted(sign, Math.abs(hours))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1521911721255, 1521911721255000000",
        "2018-03-24T17:15:25, 1521911725000000000",
        "2018-03-24t17:15:25.5z, 1521911725500000000",
        "2018-03-24T17:15:25+05:30, 1521891925000000000",
        "2018-03-24T17:15:25-03, 1521922525000000000",
        "2024-02-29T00:00:00Z, 1709164800000000000",
        "2023-02-29T00:00:00Z, BAD",
        "1969-12-31T23:59:59Z, BAD",
        "2018-13-24T17:15:25Z, BAD",
        "2018-03-24T24:15:25Z, BAD",
        "2018-03-24T17:15:25.Z, BAD",
        "2018-03-24T17:15:25+5, BAD",
        "2018-03-24T17:15:25ZZ, BAD",
        "2018-03-24, BAD",
        "2018/03/24T17:15:25Z, BAD"
    })
    void otherTimes(String text, String expected) {
        assertEquals(expected, time(text) == Numbers.BAD ? "BAD" : Long.toString(time(text)));
    }

    private static long count(String text) {
        byte[] bytes = padded(text);
        return Numbers.count(bytes, 3, bytes.length - Words.PAD);
    }

    private static long nanos(String text) {
        byte[] bytes = padded(text);
        return Numbers.nanos(bytes, 3, bytes.length - Words.PAD);
    }

    private static long time(String text) {
        byte[] bytes = padded(text);
        return Times.parse(bytes, 3, bytes.length - Words.PAD);
    }

    /** With digits on both sides, which must not count. */
    private static byte[] padded(String text) {
        byte[] bytes = ("777" + text).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PAD);
        Arrays.fill(padded, bytes.length, padded.length, (byte) '7');
        return padded;
    }
}
