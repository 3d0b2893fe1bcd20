package org.rpcscope.detect;

/**
 * One reason for a score.
 *
 * @param kind what kind of evidence it is: a {@link org.rpcscope.tuning.Weight#key}
 * @param text the evidence in words
 * @param points what it adds; negative where it takes away
 */
public record ScorePoint(String kind, String text, int points) {}
