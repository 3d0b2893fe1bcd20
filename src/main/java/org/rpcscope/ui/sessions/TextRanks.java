package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.ui.fx.Amounts;

/** The different texts of a column, numbered as they come, and ranked at the end. For one thread. */
final class TextRanks {

    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String text) {
        return numbers.computeIfAbsent(text, _ -> numbers.size());
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
