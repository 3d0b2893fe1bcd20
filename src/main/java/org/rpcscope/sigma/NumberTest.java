package org.rpcscope.sigma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * The value, as a number, compares so with a number. A text that is written as a number is one; other texts and addresses
 * do not pass.
 *
 * <p>Numbers are whole ones or decimals. Nearly all are whole, and {@link BigDecimal} is not touched for those: making its
 * tables takes longer than to read a small capture.
 *
 * @param number a {@link Long} or a {@link BigDecimal}
 * @param low the least whole number that passes
 * @param high the greatest; below the least where none passes
 */
record NumberTest(Comparison comparison, Number number, long low, long high) implements ValueTest {

    /** Longer texts are no number of any log, and decimals cost the square of their length. */
    private static final int LONGEST = 64;

    /** So many digits and a sign are always a {@link Long}. */
    private static final int LONGEST_WHOLE = 18;

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** How a value has to stand to the number. */
    enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    static NumberTest of(Comparison comparison, Number number) {
        return number instanceof Long whole ? whole(comparison, whole) : decimal(comparison, decimal(number));
    }

    private static NumberTest whole(Comparison comparison, long number) {
        long low = switch (comparison) {
            case EQUAL, GREATER_OR_EQUAL -> number;
            case GREATER -> number + 1;
            case LESS, LESS_OR_EQUAL -> Long.MIN_VALUE;
        };
        long high = switch (comparison) {
            case EQUAL, LESS_OR_EQUAL -> number;
            case LESS -> number - 1;
            case GREATER, GREATER_OR_EQUAL -> Long.MAX_VALUE;
        };
        return new NumberTest(comparison, number, low, high);
    }

    private static NumberTest decimal(Comparison comparison, BigDecimal number) {
        BigInteger floor = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
        BigInteger ceiling = number.setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger low = switch (comparison) {
            case EQUAL, GREATER_OR_EQUAL -> ceiling;
            case GREATER -> floor.add(BigInteger.ONE);
            case LESS, LESS_OR_EQUAL -> LEAST;
        };
        BigInteger high = switch (comparison) {
            case EQUAL, LESS_OR_EQUAL -> floor;
            case LESS -> ceiling.subtract(BigInteger.ONE);
            case GREATER, GREATER_OR_EQUAL -> GREATEST;
        };
        boolean some = low.compareTo(GREATEST) <= 0 && high.compareTo(LEAST) >= 0 && low.compareTo(high) <= 0;
        return new NumberTest(
                comparison,
                number.stripTrailingZeros(),
                some ? low.max(LEAST).longValue() : 1,
                some ? high.min(GREATEST).longValue() : 0);
    }

    /**
     * The number that a text is written as: decimal, with a fraction and an exponent if need be. Null for any other.
     *
     * @return a {@link Long} or a {@link BigDecimal}
     */
    static @Nullable Number parse(String text) {
        if (isWhole(text)) {
            return Long.valueOf(text);
        }
        if (text.isEmpty() || text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return null;
        }
        return new BigDecimal(text);
    }

    /** A number as a decimal. */
    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    /** Whether the text is a sign, if need be, and a few digits. */
    private static boolean isWhole(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits > 0 && digits <= LONGEST_WHOLE;
    }

    @Override
    public boolean text(String value) {
        Number other = parse(value);
        if (other instanceof Long whole) {
            return number(whole);
        }
        return other != null && comparison.holds(decimal(other).compareTo(decimal(number)));
    }

    @Override
    public boolean number(long value) {
        return value >= low && value <= high;
    }
}
