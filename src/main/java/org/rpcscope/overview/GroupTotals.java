package org.rpcscope.overview;

import java.util.Arrays;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/** What is counted over the sessions of each group, in columns. Filled by one thread, then only read. */
final class GroupTotals {

    private static final Tier[] TIERS = Tier.values();

    private final Detection detection;
    private final int[] flagged;
    private final byte[] tier; // of the flagged ones, or of all
    private final int[] score;
    private final long[] out;
    private final long[] in;
    private final long[] first;
    private final long[] last;

    GroupTotals(Detection detection, int groups) {
        this.detection = detection;
        flagged = new int[groups];
        tier = new byte[groups];
        score = new int[groups];
        out = new long[groups];
        in = new long[groups];
        first = new long[groups];
        last = new long[groups];
        Arrays.fill(tier, Byte.MAX_VALUE);
        Arrays.fill(out, -1);
        Arrays.fill(in, -1);
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
    }

    void add(int group, int session) {
        Sessions sessions = detection.sessions();
        byte its = (byte) Tier.of(sessions.evidence(session)).ordinal();
        boolean isFlagged = detection.flagged(session);
        if (isFlagged && flagged[group] == 0) {
            tier[group] = its; // those that are not flagged count no more
        } else if (isFlagged || flagged[group] == 0) {
            tier[group] = (byte) Math.min(tier[group], its);
        }
        if (isFlagged) {
            flagged[group]++;
            score[group] = Math.max(score[group], detection.score(session));
        }
        Session.Counters counters = sessions.counters(session);
        out[group] = sum(out[group], counters.sourceBytes());
        in[group] = sum(in[group], counters.destinationBytes());
        first[group] = Math.min(first[group], sessions.start(session));
        last[group] = Math.max(last[group], sessions.end(session));
    }

    /** Of numbers that may be unknown, as -1. */
    private static long sum(long a, long b) {
        if (a < 0 || b < 0) {
            return Math.max(a, b);
        }
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum; // what logs say may be anything
    }

    /** The bytes of each group in one direction. */
    long[] bytes(boolean outward) {
        return (outward ? out : in).clone();
    }

    Group of(int group, GroupBy by, long id, int size) {
        return new Group(
                by,
                id,
                size,
                flagged[group],
                TIERS[tier[group]],
                score[group],
                sum(out[group], in[group]),
                first[group],
                last[group]);
    }
}
