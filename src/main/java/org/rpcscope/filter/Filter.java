package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rpcscope.query.ValueTest;

/**
 * A filter as it was read: terms between white space, all of which have to hold. A term is {@code field:value}, with commas
 * between values of which one is enough, or a word alone; {@code -} or {@code not} before it turns it round. Immutable; any
 * thread.
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
        List<Query> parts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Word word : Words.of(text)) {
            term(word, parts, faults);
        }
        return new Filter(text, parts.isEmpty() ? Query.EVERYTHING : new Query.All(parts), faults);
    }

    /** Whether every word was understood. */
    public boolean valid() {
        return faults.isEmpty();
    }

    /** Whether every session passes it. */
    public boolean isEmpty() {
        return query.equals(Query.EVERYTHING);
    }

    private static void term(Word word, List<Query> parts, List<Fault> faults) {
        Field field = word.name().isEmpty() ? Field.ANYTHING : Field.named(word.name());
        if (field == null) {
            String reason = "there is no field \"" + word.name() + "\": " + String.join(", ", Field.labels());
            faults.add(new Fault(word.start(), word.start() + word.name().length(), reason));
            return;
        }
        if (word.values().isEmpty()) {
            String before = field == Field.ANYTHING ? "not" : field.label() + ":";
            faults.add(new Fault(word.from(), word.to(), "a value is missing after " + before));
            return;
        }
        if (field == Field.ANYTHING && isOr(word)) {
            faults.add(new Fault(
                    word.from(), word.to(), "terms are joined by and; write alternatives as tier:attempt,blocked"));
            return;
        }
        List<ValueTest> tests = tests(field, word, faults);
        if (!tests.isEmpty()) {
            Query term = new Query.Term(field, tests);
            parts.add(word.negated() ? new Query.Not(term) : term);
        }
    }

    private static boolean isOr(Word word) {
        return switch (word.values().getFirst().text().toLowerCase(Locale.ROOT)) {
            case "or", "and", "||", "&&" -> word.values().size() == 1 && word.to() - word.from() <= 3;
            default -> false;
        };
    }

    private static List<ValueTest> tests(Field field, Word word, List<Fault> faults) {
        List<ValueTest> tests = new ArrayList<>();
        for (Word.Value value : word.values()) {
            Kind kind = field == Field.ANYTHING && value.quoted() ? new Kind.Text() : field.kind();
            switch (kind.read(value.text())) {
                case Kind.Understood(ValueTest test) -> tests.add(test);
                case Kind.Refused(String reason) -> faults.add(new Fault(value.from(), value.to(), reason));
            }
        }
        return tests;
    }
}
