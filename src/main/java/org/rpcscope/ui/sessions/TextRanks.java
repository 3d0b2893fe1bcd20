package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rpcscope.ui.fx.Amounts;

/** The different texts of a column, numbered as they come, and ranked at the end. Any thread may number. */
final class TextRanks {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    int number(String text) {
        Integer known = numbers.get(text);
        return known == null ? add(text) : known;
    }

    private synchronized int add(String text) {
        Integer next = numbers.size();
        Integer known = numbers.putIfAbsent(text, next);
        return known == null ? next : known;
    }

    /** The rank of each text by its number: alphabetical, with the absent one last. */
    long[] ranks() {
        List<String> sorted = new ArrayList<>(numbers.keySet());
        sorted.sort((a, b) -> {
            boolean absentA = a.equals(Amounts.NONE);
            boolean absentB = b.equals(Amounts.NONE);
            return absentA == absentB
                    ? String.CASE_INSENSITIVE_ORDER
                            .thenComparing(String::compareTo)
                            .compare(a, b)
                    : Boolean.compare(absentA, absentB);
        });
        long[] ranks = new long[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            Integer number = numbers.get(sorted.get(i));
            ranks[number == null ? 0 : number] = i;
        }
        return ranks;
    }
}
