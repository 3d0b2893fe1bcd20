package org.rpcscope.filter;

import java.util.Comparator;
import java.util.List;

/**
 * A filter as it was read. A term is {@code field:value}, with commas between values of which one is enough, or a word alone.
 * Terms one behind the other have to hold all; {@code or} stands between alternatives, parentheses hold some together, and
 * {@code -}, {@code !} or {@code not} turns one round. Numbers and times are compared ({@code bytes:>10k},
 * {@code score>=50}, {@code time:2024-06-01..2024-06-03}); texts are searched for, or matched whole where they hold
 * {@code *} or {@code ?}. Immutable; any thread.
 *
 * @param query what it asks; of a filter with faults, what its other words ask
 * @param faults what could not be understood, in the order of the text
 */
public record Filter(String text, Query query, List<Fault> faults) {

    /** The empty filter. */
    public static final Filter EMPTY = new Filter("", Query.EVERYTHING, List.of());

    /** So many characters are read: a page that was pasted by mistake is no filter. */
    private static final int LONGEST = 10_000;

    /**
     * A word that is not understood.
     *
     * @param from where it begins in the text
     * @param to one past its last character, beyond {@code from}
     * @param reason a sentence that says what would be right
     */
    public record Fault(int from, int to, String reason) {}

    public Filter {
        faults = List.copyOf(faults);
    }

    /** Reads any text; what is wrong with it is a part of the result. */
    public static Filter parse(String text) {
        if (text.length() > LONGEST) {
            Fault fault = new Fault(LONGEST, text.length(), "a filter has at most " + LONGEST + " characters");
            return new Filter(text, Query.EVERYTHING, List.of(fault));
        }
        FilterParser parser = new FilterParser(Words.of(text));
        Query query = parser.read();
        List<Fault> faults = parser.faults().stream()
                .sorted(Comparator.comparingInt(Fault::from))
                .toList();
        return new Filter(text, query, faults);
    }

    /** Whether every word was understood. */
    public boolean valid() {
        return faults.isEmpty();
    }

    /** Whether every session passes it. */
    public boolean isEmpty() {
        return query.equals(Query.EVERYTHING);
    }
}
