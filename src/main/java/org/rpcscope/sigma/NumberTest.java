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
 * @param low the least whole number that passes
 * @param high the greatest; below the least where none passes
 */
record NumberTest(Comparison comparison, BigDecimal number, long low, long high) implements ValueTest {

    /** Longer texts are no number of any log, and decimals cost the square of their length. */
    private static final int LONGEST = 64;

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

    static NumberTest of(Comparison comparison, BigDecimal number) {
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

    /** The number that a text is written as: decimal, with a fraction and an exponent if need be. Null for any other. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return null;
        }
        return new BigDecimal(text);
    }

    @Override
    public boolean text(String value) {
        BigDecimal other = parse(value);
        return other != null && comparison.holds(other.compareTo(number));
    }

    @Override
    public boolean number(long value) {
        return value >= low && value <= high;
    }
}
