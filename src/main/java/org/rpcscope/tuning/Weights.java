package org.rpcscope.tuning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many points each piece of evidence adds to the score of a finding, negative ones taking away.
 *
 * @param points the weights that were set; the others have their {@link Weight#points}
 */
public record Weights(Map<Weight, Integer> points) {

    /** No single piece of evidence may be worth more, in either direction: a score runs from 0 to 100. */
    public static final int MOST = 100;

    /** Leaves out what says nothing new, so that equal weights are equal objects. */
    public Weights {
        Map<Weight, Integer> set = new EnumMap<>(Weight.class);
        points.forEach((weight, value) -> {
            if (value < -MOST || value > MOST) {
                throw new IllegalArgumentException(weight.key() + " is not within -" + MOST + " to " + MOST);
            }
            if (value != weight.points()) {
                set.put(weight, value);
            }
        });
        points = Collections.unmodifiableMap(set);
    }

    /** The weights that come with the program. */
    public static Weights defaults() {
        return new Weights(Map.of());
    }

    /** What a piece of evidence is worth. */
    public int of(Weight weight) {
        return points.getOrDefault(weight, weight.points());
    }
}
