package org.rpcscope.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** Counts sessions by the value they have. For one thread. */
sealed interface Tally {

    /** The most frequent values, in their order. */
    Facet facet(Facet.Asked asked);

    /** The order of numbers that have been counted equally often: by what they stand for, never by the number. */
    interface Tie {
        int compare(int a, int b);
    }

    /** Values that are known by small numbers; texts are made of those alone that are wanted. */
    final class Numbers implements Tally {
        private final IntFunction<String> text;
        private final Comparator<Integer> order;
        private int[] counts = new int[64];

        Numbers(IntFunction<String> text, Tie tie) {
            this.text = text;
            this.order = (a, b) -> counts[a] != counts[b] ? Integer.compare(counts[b], counts[a]) : tie.compare(a, b);
        }

        void add(int number) {
            if (number >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(number + 1, counts.length * 2));
            }
            counts[number]++;
        }

        @Override
        public Facet facet(Facet.Asked asked) {
            String part = asked.part().toLowerCase(Locale.ROOT);
            PriorityQueue<Integer> most = new PriorityQueue<>(order.reversed());
            int different = 0;
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    different++;
                    if (part.isEmpty()
                            || text.apply(number).toLowerCase(Locale.ROOT).contains(part)) {
                        keep(most, number, asked.most());
                    }
                }
            }
            List<Integer> sorted = new ArrayList<>(most);
            Collections.sort(sorted, order);
            return new Facet(
                    asked.topic(),
                    sorted.stream()
                            .map(number -> new Facet.Value(text.apply(number), counts[number]))
                            .toList(),
                    different);
        }

        private void keep(PriorityQueue<Integer> most, int number, int limit) {
            Integer least = most.peek();
            if (most.size() < limit) {
                most.add(number);
            } else if (least != null && order.compare(number, least) < 0) {
                most.poll();
                most.add(number);
            }
        }
    }

    /** Values that are texts. */
    final class Words implements Tally {
        private final Map<String, Integer> counts = new HashMap<>();

        void add(String word) {
            counts.merge(word, 1, Integer::sum);
        }

        @Override
        public Facet facet(Facet.Asked asked) {
            String part = asked.part().toLowerCase(Locale.ROOT);
            return new Facet(
                    asked.topic(),
                    counts.entrySet().stream()
                            .filter(entry ->
                                    entry.getKey().toLowerCase(Locale.ROOT).contains(part))
                            .map(entry -> new Facet.Value(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingInt(Facet.Value::sessions)
                                    .reversed()
                                    .thenComparing(Facet.Value::text))
                            .limit(asked.most())
                            .toList(),
                    counts.size());
        }
    }
}
