package org.rpcscope.overview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** Finds the most frequent of what was counted. Texts are made of those alone that are wanted. */
final class Ranking {

    private final Counts counts;
    private final IntFunction<String> text;
    private final Comparator<Integer> order;

    /** The order of numbers that have been counted equally often: by what they stand for, never by the number. */
    interface Tie {
        int compare(int a, int b);
    }

    Ranking(Counts counts, IntFunction<String> text, Tie tie) {
        this.counts = counts;
        this.text = text;
        this.order = (a, b) ->
                counts.of(a) != counts.of(b) ? Integer.compare(counts.of(b), counts.of(a)) : tie.compare(a, b);
    }

    /** Equally frequent ones by their texts. */
    static Ranking byText(Counts counts, IntFunction<String> text) {
        return new Ranking(counts, text, (a, b) -> text.apply(a).compareTo(text.apply(b)));
    }

    Facet facet(Facet.Asked asked) {
        String part = asked.part().toLowerCase(Locale.ROOT);
        PriorityQueue<Integer> most = new PriorityQueue<>(order.reversed());
        int[] different = {0};
        counts.forEach((number, times) -> {
            different[0]++;
            Integer least = most.peek();
            boolean few = most.size() >= asked.most() && least != null && times < counts.of(least);
            if (!few && holds(number, part)) {
                keep(most, number, asked.most());
            }
        });
        List<Integer> sorted = new ArrayList<>(most);
        Collections.sort(sorted, order);
        return new Facet(
                asked.topic(),
                sorted.stream()
                        .map(number -> new Facet.Value(text.apply(number), counts.of(number)))
                        .toList(),
                different[0]);
    }

    private boolean holds(int number, String part) {
        return part.isEmpty() || text.apply(number).toLowerCase(Locale.ROOT).contains(part);
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
