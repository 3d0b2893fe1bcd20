package org.rpcscope.filter;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and spans of time as they are typed into a filter. */
final class Amounts {

    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]*)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m|h|d)\\s*");

    /** Decimal units, and binary ones where an i says so. */
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", 1_000L),
            Map.entry("kb", 1_000L),
            Map.entry("m", 1_000_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("g", 1_000_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("t", 1_000_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("ki", 1L << 10),
            Map.entry("kib", 1L << 10),
            Map.entry("mi", 1L << 20),
            Map.entry("mib", 1L << 20),
            Map.entry("gi", 1L << 30),
            Map.entry("gib", 1L << 30));

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    private Amounts() {}

    /** A number with a decimal unit such as {@code 10k}, or null. */
    static @Nullable Interval number(String text) {
        Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        if (text.length() > LONGEST || !number.matches() || !UNITS.containsKey(number.group(2))) {
            return null;
        }
        return whole(
                new BigDecimal(number.group(1)).multiply(BigDecimal.valueOf(UNITS.getOrDefault(number.group(2), 0L))));
    }

    /** A span such as {@code 1m30s}, in nanoseconds; a number alone is seconds; null for anything else. */
    static @Nullable Interval span(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        boolean bare = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
        String written = bare ? text + "s" : text.toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(written);
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < written.length()) {
            if (!part.region(at, written.length()).lookingAt()) {
                return null;
            }
            sum = sum.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))));
            at = part.end();
        }
        return whole(sum);
    }

    private static @Nullable Interval whole(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0 ? null : Interval.of(number.longValue());
    }
}
