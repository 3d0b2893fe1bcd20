package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that a value of one field may make match. */
final class FieldIndex {

    private final Map<String, int[]> wholes;
    private final Map<Long, int[]> numbers;
    private final int[] anything;
    private final AhoCorasick parts;
    private final boolean anyParts;

    private FieldIndex(Builder builder) {
        wholes = arrays(builder.wholes);
        numbers = arrays(builder.numbers);
        anything = array(builder.anything);
        parts = new AhoCorasick(arrays(builder.parts));
        anyParts = !builder.parts.isEmpty();
    }

    /** Collects the witnesses of one field. */
    static final class Builder {

        private final Map<String, List<Integer>> wholes = new HashMap<>();
        private final Map<Long, List<Integer>> numbers = new HashMap<>();
        private final Map<String, List<Integer>> parts = new HashMap<>();
        private final List<Integer> anything = new ArrayList<>();

        void whole(String text, int rule) {
            wholes.computeIfAbsent(text, _ -> new ArrayList<>()).add(rule);
        }

        void number(long number, int rule) {
            numbers.computeIfAbsent(number, _ -> new ArrayList<>()).add(rule);
        }

        void part(String text, int rule) {
            parts.computeIfAbsent(text, _ -> new ArrayList<>()).add(rule);
        }

        void anything(int rule) {
            anything.add(rule);
        }

        FieldIndex build() {
            return new FieldIndex(this);
        }
    }

    /** Sets the bits of the rules. */
    void candidates(Value value, String folded, long[] bits) {
        mark(anything, bits);
        mark(wholes.get(folded), bits);
        if (!numbers.isEmpty()) {
            Long number = number(value, folded);
            mark(number == null ? null : numbers.get(number), bits);
        }
        if (anyParts) {
            parts.search(folded, rule -> bits[rule >>> 6] |= 1L << rule);
        }
    }

    private static void mark(int @Nullable [] rules, long[] bits) {
        for (int i = 0; rules != null && i < rules.length; i++) {
            bits[rules[i] >>> 6] |= 1L << rules[i];
        }
    }

    private static @Nullable Long number(Value value, String text) {
        if (value instanceof Value.Whole(long number)) {
            return number;
        }
        boolean maybe = !text.isEmpty() && text.charAt(0) <= '9'; // digits, signs and points stand before letters
        Number number = maybe ? NumberTest.parse(text) : null;
        return number == null ? null : Witnesses.whole(number);
    }

    static <K> Map<K, int[]> arrays(Map<K, List<Integer>> lists) {
        return lists.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> array(entry.getValue())));
    }

    static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
