package org.rpcscope.sigma;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured of the events of a group within the timespan (Sigma 2.1, "Correlation rules"). */
public enum CorrelationType {
    /** How many events there are. */
    EVENT_COUNT,
    /** How many different values a field has, or several fields together. */
    VALUE_COUNT,
    /** How many of the rules matched, in any order. */
    TEMPORAL,
    /** How many of the rules matched in the order in which they are listed. */
    TEMPORAL_ORDERED,
    /** The sum of a field. */
    VALUE_SUM,
    /** The mean of a field. */
    VALUE_AVG,
    /** The percentile of a field, between two values in proportion. */
    VALUE_PERCENTILE,
    /** The percentile 50. Not part of the specification, but of the engines. */
    VALUE_MEDIAN;

    /** The word used in rules. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether rules are counted, not events or values. */
    boolean isTemporal() {
        return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    /** Whether a field is measured. */
    boolean isOfValues() {
        return !isTemporal() && this != EVENT_COUNT;
    }

    /** Whether the values of the field have to be numbers. */
    boolean isOfNumbers() {
        return isOfValues() && this != VALUE_COUNT;
    }

    /** The type with the label, or null. */
    static @Nullable CorrelationType of(String label) {
        for (CorrelationType type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        return null;
    }
}
