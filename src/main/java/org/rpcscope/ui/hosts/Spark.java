package org.rpcscope.ui.hosts;

/**
 * How the sessions of one host are spread over the time that all sessions take. Immutable; any thread.
 *
 * @param sessions how many it takes part in, flagged or not
 * @param bars of each of {@link #BARS} stretches of equal length the height of all sessions in the low half byte, that of
 *     the flagged ones among them in the high one; the highest bar of the host has {@link #HEIGHT}. Not to be changed.
 */
record Spark(int sessions, byte[] bars) {

    /** So many stretches. */
    static final int BARS = 32;

    /** The height of the highest bar. */
    static final int HEIGHT = 15;

    private static final int BITS = 4;

    /** Of a host of which nothing is counted. */
    static final Spark NONE = new Spark(0, new byte[BARS]);

    /**
     * The bars of a host.
     *
     * @param all how many sessions began in each stretch, from a place on
     * @param flagged how many of these are flagged, from the same place on
     */
    static Spark of(int[] all, int[] flagged, int from) {
        int highest = 1;
        int sum = 0;
        for (int bar = from; bar < from + BARS; bar++) {
            highest = Math.max(highest, all[bar]);
            sum += all[bar];
        }
        byte[] bars = new byte[BARS];
        for (int bar = 0; bar < BARS; bar++) {
            int whole = height(all[from + bar], highest, 1);
            int part = Math.min(whole, height(flagged[from + bar], highest, 2));
            bars[bar] = (byte) (part << BITS | whole);
        }
        return new Spark(sum, bars);
    }

    /** What is there at all has a bar that can be seen. */
    private static int height(int count, int highest, int least) {
        return count == 0 ? 0 : Math.max(least, (int) ((long) count * HEIGHT / highest));
    }

    int all(int bar) {
        return bars[bar] & (1 << BITS) - 1;
    }

    int flagged(int bar) {
        return bars[bar] >> BITS & (1 << BITS) - 1;
    }
}
