package org.rpcscope.detect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/** Gathers the candidates among some sessions, in order of their numbers. */
final class CandidateList {

    final int words;
    int count;
    int[] session = new int[256];
    int[] source = new int[256]; // numbers of the pool
    int[] destination = new int[256];
    short[] mask = new short[256];
    byte[] tier = new byte[256];
    long[] matches;

    private final RulePlan plan;

    private CandidateList(RulePlan plan) {
        this.plan = plan;
        words = plan.words();
        matches = new long[256 * words];
    }

    /**
     * The sessions that some rule matches under some pair of zones.
     *
     * @param tables the answers for each table of the sessions, in their order
     */
    static CandidateList of(Sessions sessions, TableMatches[] tables, RulePlan plan) {
        CandidateList list = new CandidateList(plan);
        long[][][] any = new long[tables.length][][];
        Arrays.setAll(any, t -> tables[t].any());
        if (sessions.areRows() && tables.length == 1) {
            list.addRows(any[0], sessions, tables);
            return list;
        }
        for (int number = 0; number < sessions.count(); number++) {
            int last = sessions.last(number);
            for (int place = sessions.first(number); place < last; place++) {
                if (contains(any[sessions.table(place)], sessions.row(place))) {
                    list.add(sessions, number, tables);
                    break;
                }
            }
        }
        return list;
    }

    /** Looks at words of bits instead of at millions of sessions, of which few are candidates. */
    private void addRows(long[] @Nullable [] any, Sessions sessions, TableMatches[] tables) {
        for (int block = 0; block < any.length; block++) {
            long[] words = any[block];
            for (int i = 0; words != null && i < words.length; i++) {
                for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                    int row = block * Column.BLOCK + i * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    add(sessions, row, tables);
                }
            }
        }
    }

    private static boolean contains(long[] @Nullable [] any, int row) {
        long[] words = any[row / Column.BLOCK];
        return words != null && (words[(row & (Column.BLOCK - 1)) >>> 6] >>> row & 1) != 0;
    }

    private void add(Sessions sessions, int number, TableMatches[] tables) {
        if (count == session.length) {
            grow();
        }
        int from = count * words;
        for (int place = sessions.first(number); place < sessions.last(number); place++) {
            tables[sessions.table(place)].addTo(matches, from, sessions.row(place));
        }
        int best = sessions.best(number);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        session[count] = number;
        source[count] = table.source(sessions.row(best));
        destination[count] = table.destination(sessions.row(best));
        mask[count] = (short) plan.pairs(matches, from);
        tier[count] = (byte) Tier.of(sessions.evidence(number)).ordinal();
        count++;
    }

    private void grow() {
        int longer = count * 2;
        session = Arrays.copyOf(session, longer);
        source = Arrays.copyOf(source, longer);
        destination = Arrays.copyOf(destination, longer);
        mask = Arrays.copyOf(mask, longer);
        tier = Arrays.copyOf(tier, longer);
        matches = Arrays.copyOf(matches, longer * words);
    }
}
