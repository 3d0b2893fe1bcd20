package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.sigma.Rule;

/**
 * The different lists of rules that match flagged sessions: there are few, however many sessions are flagged. Each has a
 * small number; 0 is that of the empty list, which sessions have that are not flagged. Immutable; any thread.
 */
public final class MatchedRules {

    private final List<List<Rule>> lists;
    private final int[] sessions; // flagged ones, ascending
    private final int[] numbers; // of each of them

    private MatchedRules(List<List<Rule>> lists, int[] sessions, int[] numbers) {
        this.lists = List.copyOf(lists);
        this.sessions = sessions;
        this.numbers = numbers;
    }

    static MatchedRules of(Gathered gathered, Flags flags) {
        Candidates candidates = gathered.candidates();
        int words = gathered.plan().words();
        List<List<Rule>> lists = new ArrayList<>(List.of(List.of()));
        Map<Matched, Integer> known = new HashMap<>();
        int[] flagged = flags.flaggedCandidates();
        int[] sessions = new int[flagged.length];
        int[] numbers = new int[flagged.length];
        for (int i = 0; i < flagged.length; i++) {
            int candidate = flagged[i];
            int pair = flags.pair(candidate);
            Matched probe = new Matched(candidates.matches(), candidates.matchesFrom(candidate), words, pair);
            Integer number = known.get(probe);
            if (number == null) {
                number = lists.size();
                known.put(probe, number);
                lists.add(List.copyOf(gathered.rules(candidate, pair)));
            }
            sessions[i] = candidates.session(candidate);
            numbers[i] = number;
        }
        return new MatchedRules(lists, sessions, numbers);
    }

    /** The lists by their numbers. */
    public List<List<Rule>> lists() {
        return lists;
    }

    /** Writes the numbers of the lists of {@code count} sessions from one on. */
    public void fill(int from, int count, int[] to) {
        Arrays.fill(to, 0, count, 0);
        int at = Arrays.binarySearch(sessions, from);
        for (int i = at < 0 ? -1 - at : at; i < sessions.length && sessions[i] < from + count; i++) {
            to[sessions[i] - from] = numbers[i];
        }
    }

    /** The number of the list of a session. */
    public int of(int session) {
        int at = Arrays.binarySearch(sessions, session);
        return at < 0 ? 0 : numbers[at];
    }

    /** The expressions that hold for a candidate, and the zones of its ends: what decides which rules match. */
    private static final class Matched {
        private final long[] matches;
        private final int from;
        private final int words;
        private final int pair;

        Matched(long[] matches, int from, int words, int pair) {
            this.matches = matches;
            this.from = from;
            this.words = words;
            this.pair = pair;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Matched matched
                    && pair == matched.pair
                    && Arrays.equals(matches, from, from + words, matched.matches, matched.from, matched.from + words);
        }

        @Override
        public int hashCode() {
            int hash = pair;
            for (int i = from; i < from + words; i++) {
                hash = 31 * hash + Long.hashCode(matches[i]);
            }
            return hash;
        }
    }
}
