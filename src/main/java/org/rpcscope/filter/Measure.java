package org.rpcscope.filter;

import org.jspecify.annotations.Nullable;

/**
 * A field whose values are numbers in some unit. A value is written as it is, with a comparison before it
 * ({@code >10k}, {@code <=5s}), or as a range with two dots, of which one end may be left out ({@code 2024-06-01..}). A
 * value that is not exact, such as a day, stands for all that lies in it.
 */
sealed interface Measure extends Kind permits Kind.Port, Kind.Number, Kind.Span, Kind.Moment {

    /** What one value stands for; null where it is none. */
    @Nullable
    Interval value(String text);

    /** What would be right, as it follows "is neither". */
    String expected();

    @Override
    default Read read(String text) {
        Interval read = interval(text);
        return read == null || read.to() < read.from()
                ? new Refused("\"" + text + "\" is neither " + expected())
                : new Understood(new ValueTests.Between(read.from(), read.to()));
    }

    private @Nullable Interval interval(String text) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            return range(text.substring(0, dots), text.substring(dots + 2));
        }
        int sign = text.startsWith(">=") || text.startsWith("<=") ? 2 : "<>=".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        Interval value = value(text.substring(sign).strip());
        if (value == null) {
            return null;
        }
        return switch (text.substring(0, sign)) {
            case ">" -> new Interval(value.to() == Long.MAX_VALUE ? value.to() : value.to() + 1, Long.MAX_VALUE);
            case ">=" -> new Interval(value.from(), Long.MAX_VALUE);
            case "<" -> new Interval(Long.MIN_VALUE, value.from() == Long.MIN_VALUE ? value.from() : value.from() - 1);
            case "<=" -> new Interval(Long.MIN_VALUE, value.to());
            default -> value;
        };
    }

    private @Nullable Interval range(String from, String to) {
        Interval low = from.isEmpty() ? Interval.of(Long.MIN_VALUE) : value(from);
        Interval high = to.isEmpty() ? Interval.of(Long.MAX_VALUE) : value(to);
        boolean nothing = from.isEmpty() && to.isEmpty();
        return nothing || low == null || high == null ? null : new Interval(low.from(), high.to());
    }
}
