package org.rpcscope.detect;

import java.util.List;

/**
 * How much a session deserves to be looked at, with every reason.
 *
 * @param total the sum of the points, kept within 0 to 100
 * @param evidence the reasons, in the order in which they are judged
 */
public record Score(int total, List<ScorePoint> evidence) {

    /** The score of what is not flagged. */
    public static final Score NONE = new Score(0, List.of());

    /** The score that the evidence adds up to. */
    static Score of(List<ScorePoint> evidence) {
        int sum = 0;
        for (ScorePoint point : evidence) {
            sum += point.points();
        }
        return new Score(within(sum), List.copyOf(evidence));
    }

    static int within(int sum) {
        return Math.clamp(sum, 0, 100);
    }
}
