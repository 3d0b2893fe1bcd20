package org.rpcscope.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes the text of a filter by one term, and leaves the rest as the analyst wrote it. Pure; any thread. */
public final class FilterEdit {

    private FilterEdit() {}

    /** Only sessions with the value as well; the opposite term, where it stands there, is taken back. */
    public static String include(String text, Field field, String value) {
        return with(text, field, value, false);
    }

    /** Only sessions without the value as well. */
    public static String exclude(String text, Field field, String value) {
        return with(text, field, value, true);
    }

    /** Every session with the value, whatever the filter was. */
    public static String only(Field field, String value) {
        return term(field, value);
    }

    /** The value in place of what the filter asks of the field. */
    public static String replace(String text, Field field, String value) {
        return append(without(text, field), term(field, value));
    }

    /** The one value that the filter asks of the field, or null where it asks for none or for several. */
    public static @Nullable String value(String text, Field field) {
        List<Word> asked = Words.of(text).stream()
                .filter(word -> !word.negated() && Field.named(word.name()) == field)
                .toList();
        boolean one = asked.size() == 1 && asked.getFirst().values().size() == 1;
        return one ? asked.getFirst().values().getFirst().text() : null;
    }

    /** The filter without what it asks of the field; what it excludes stays. */
    public static String without(String text, Field field) {
        return without(text, word -> !word.negated() && Field.named(word.name()) == field);
    }

    private static String with(String text, Field field, String value, boolean negated) {
        Predicate<Word> same = word -> Field.named(word.name()) == field
                && word.values().size() == 1
                && fold(word.values().getFirst().text()).equals(fold(value));
        boolean there = Words.of(text).stream().anyMatch(word -> same.test(word) && word.negated() == negated);
        String rest = without(text, word -> same.test(word) && word.negated() != negated);
        return there ? rest : append(rest, (negated ? "-" : "") + term(field, value));
    }

    private static String without(String text, Predicate<Word> unwanted) {
        StringBuilder rest = new StringBuilder(text);
        int next = text.length();
        for (Word word : Words.of(text).reversed()) {
            if (unwanted.test(word)) {
                rest.delete(word.from(), next); // with the space behind it
            }
            next = word.from();
        }
        return rest.length() == text.length() ? text : rest.toString().strip();
    }

    private static String append(String text, String term) {
        boolean open = text.chars().filter(c -> c == '"').count() % 2 != 0;
        String closed = open ? text + "\"" : text;
        return closed.isBlank() ? term : closed.stripTrailing() + " " + term;
    }

    private static String term(Field field, String value) {
        String name = field.label().isEmpty() ? "" : field.label() + ":";
        String plain = value.replace("\"", ""); // no value can hold one
        boolean quoted = plain.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',')
                || name.isEmpty() && (plain.startsWith("-") || plain.startsWith("!") || plain.indexOf(':') >= 0);
        return name + (quoted ? "\"" + plain + "\"" : plain);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
