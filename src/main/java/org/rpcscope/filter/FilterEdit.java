package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /**
     * One value of a field more among those of which one is enough, or one less where it stands there; what excludes it is
     * taken back.
     */
    public static String toggle(String text, Field field, String value) {
        String rest = without(text, term -> term.negated() && term.holds(field, value) && term.single());
        for (Term term : Terms.of(rest).terms()) {
            if (!term.negated() && term.single() && term.holds(field, value)) {
                return without(rest, term::equals);
            }
            if (!term.negated() && term.field() == field) {
                return rest.substring(0, term.word().from()) + toggled(term, value) + rest.substring(term.to());
            }
        }
        return append(rest, term(field, value));
    }

    /** The values that the filter asks of the field, in lower case. */
    public static Set<String> values(String text, Field field) {
        return Terms.of(text).terms().stream()
                .filter(term -> !term.negated() && term.field() == field)
                .flatMap(term -> term.word().values().stream())
                .map(value -> fold(value.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String toggled(Term term, String value) {
        Field field = Objects.requireNonNull(term.field());
        List<String> values = new ArrayList<>();
        term.word().values().stream()
                .map(Token.Value::text)
                .filter(each -> !fold(each).equals(fold(value)))
                .forEach(values::add);
        if (values.size() == term.word().values().size()) {
            values.add(value);
        }
        String name = field.label().isEmpty() ? "" : field.label() + ":";
        return name + values.stream().map(each -> quoted(field, each)).collect(Collectors.joining(","));
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

    /** The numbers or times that the filter asks of the field, or null where it asks for none or for several stretches. */
    public static @Nullable Interval interval(String text, Field field) {
        String value = value(text, field);
        return value != null
                        && field.kind().read(value) instanceof Kind.Understood(ValueTests.Between(long from, long to))
                ? new Interval(from, to)
                : null;
    }

    /** The filter without what it asks of the field; what it excludes stays. */
    public static String without(String text, Field field) {
        return without(text, term -> !term.negated() && term.field() == field);
    }

    private static String with(String text, Field field, String value, boolean negated) {
        Predicate<Term> same = term -> term.single() && term.holds(field, value);
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
        boolean quoting = terms.unclosed().startsWith("\""); // then the space at the end belongs to a value
        String closed = (quoting ? text : text.stripTrailing()) + terms.unclosed();
        if (!terms.alternatives()) {
            return closed + " " + term;
        }
        boolean taken = !Terms.of("(" + closed + ")").unclosed().isEmpty(); // by a word that has one which opens
        return "(" + closed + (taken ? " )" : ")") + " " + term;
    }

    private static String term(Field field, String value) {
        return (field.label().isEmpty() ? "" : field.label() + ":") + quoted(field, value);
    }

    static String quoted(Field field, String value) {
        String plain = value.replace("\"", ""); // no value can hold one
        boolean marks = plain.chars().anyMatch(c -> Character.isWhitespace(c) || ",()".indexOf(c) >= 0)
                || field.kind().isText() && plain.chars().anyMatch(c -> c == '*' || c == '?')
                || field == Field.ANYTHING && plain.chars().anyMatch(c -> "-!:<>=".indexOf(c) >= 0);
        return marks ? "\"" + plain + "\"" : plain;
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
