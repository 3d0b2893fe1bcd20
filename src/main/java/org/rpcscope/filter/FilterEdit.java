package org.rpcscope.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Terms.Term;

/** Changes the text of a filter by one term, and leaves the rest as the analyst wrote it. Pure; any thread. */
public final class FilterEdit {

    private static final Pattern LEADING_AND = Pattern.compile("^\\s*(?:and|&&)(?=\\s)", Pattern.CASE_INSENSITIVE);

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
        List<Term> asked = Terms.of(text).terms().stream()
                .filter(term -> !term.negated() && term.field() == field)
                .toList();
        boolean one = asked.size() == 1 && asked.getFirst().word().values().size() == 1;
        return one ? asked.getFirst().word().values().getFirst().text() : null;
    }

    /** The filter without what it asks of the field; what it excludes stays. */
    public static String without(String text, Field field) {
        return without(text, term -> !term.negated() && term.field() == field);
    }

    private static String with(String text, Field field, String value, boolean negated) {
        Predicate<Term> same = term -> term.field() == field
                && term.word().values().size() == 1
                && fold(term.word().values().getFirst().text()).equals(fold(value));
        boolean there = Terms.of(text).terms().stream().anyMatch(term -> same.test(term) && term.negated() == negated);
        String rest = without(text, term -> same.test(term) && term.negated() != negated);
        return there ? rest : append(rest, (negated ? "-" : "") + term(field, value));
    }

    private static String without(String text, Predicate<Term> unwanted) {
        StringBuilder rest = new StringBuilder(text);
        int next = text.length();
        for (Term term : Terms.of(text).terms().reversed()) {
            if (unwanted.test(term)) {
                rest.delete(term.from(), next); // with the space behind it
            }
            next = term.from();
        }
        return rest.length() == text.length()
                ? text
                : LEADING_AND.matcher(rest).replaceFirst("").strip();
    }

    private static String append(String text, String term) {
        if (text.isBlank()) {
            return term;
        }
        Terms terms = Terms.of(text);
        String closed = text.stripTrailing() + terms.unclosed();
        boolean own = closed.lastIndexOf('(') > closed.lastIndexOf(' '); // a word with one takes the next that closes
        return (terms.alternatives() ? "(" + closed + (own ? " )" : ")") : closed) + " " + term;
    }

    private static String term(Field field, String value) {
        String name = field.label().isEmpty() ? "" : field.label() + ":";
        String plain = value.replace("\"", ""); // no value can hold one
        boolean quoted = plain.chars().anyMatch(c -> Character.isWhitespace(c) || ",()".indexOf(c) >= 0)
                || field.kind().isText() && plain.chars().anyMatch(c -> c == '*' || c == '?')
                || name.isEmpty() && plain.chars().anyMatch(c -> "-!:<>=".indexOf(c) >= 0);
        return name + (quoted ? "\"" + plain + "\"" : plain);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
