package org.rpcscope.tuning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which sessions are too small, too rare or too common to be alerts, whatever rules say of them. Off where nothing is set.
 *
 * @param bounds the thresholds that are set, each from 1 to {@link #MOST}
 */
public record Thresholds(Map<Threshold, Long> bounds) {

    /** No bound is higher. */
    public static final long MOST = 1L << 50;

    /** No thresholds: what rules match are alerts. */
    public static final Thresholds NONE = new Thresholds(Map.of());

    /** Takes a copy. */
    public Thresholds {
        Map<Threshold, Long> set = new EnumMap<>(Threshold.class);
        bounds.forEach((threshold, bound) -> {
            if (bound < 1 || bound > MOST) {
                throw new IllegalArgumentException(threshold.key() + " is not within 1 to " + MOST);
            }
            set.put(threshold, bound);
        });
        bounds = Collections.unmodifiableMap(set);
    }

    /** The bound of a threshold; 0 where it is off. */
    public long of(Threshold threshold) {
        return bounds.getOrDefault(threshold, 0L);
    }

    /** The same with another bound; 0 switches it off. */
    public Thresholds with(Threshold threshold, long bound) {
        Map<Threshold, Long> next = new EnumMap<>(Threshold.class);
        next.putAll(bounds);
        if (bound == 0) {
            next.remove(threshold);
        } else {
            next.put(threshold, bound);
        }
        return new Thresholds(next);
    }
}
