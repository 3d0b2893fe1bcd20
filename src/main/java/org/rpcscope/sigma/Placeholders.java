package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names between percent signs stand for under the modifier {@code expand}: {@code %Servers%} for each of the
 * values of "Servers", which may have wildcards. A backslash makes a percent sign literal, and one that opens no name is.
 *
 * @param values by the name
 */
public record Placeholders(Map<String, List<String>> values) {

    /** No names: every rule that uses one is rejected. */
    public static final Placeholders NONE = new Placeholders(Map.of());

    /** How many texts a value may stand for when every name is written out. */
    static final int MAX_TEXTS = 10_000;

    private static final Pattern NAME = Pattern.compile("%([A-Za-z0-9_.-]+)%");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** Why a text cannot be written out. */
    static final class Unresolved extends Exception {
        Unresolved(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * A text with every name written out, in each combination.
     *
     * @param literal makes a piece of the text, in which a backslash still escapes
     * @param value makes a value
     * @param joined puts pieces and values together, in their order
     */
    <T> List<T> expand(String text, Function<String, T> literal, Function<String, T> value, Function<List<T>, T> joined)
            throws Unresolved {
        List<List<T>> combinations = List.of(List.of());
        StringBuilder piece = new StringBuilder();
        Matcher name = NAME.matcher(text);
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                boolean percent = text.charAt(at + 1) == '%';
                piece.append(text, percent ? at + 1 : at, at + 2);
                at += 2;
            } else if (c == '%' && name.region(at, text.length()).lookingAt()) {
                combinations = with(combinations, List.of(literal.apply(piece.toString())));
                combinations = with(combinations, values(name.group(1), value));
                piece.setLength(0);
                at = name.end();
            } else {
                piece.append(c);
                at++;
            }
        }
        return with(combinations, List.of(literal.apply(piece.toString()))).stream()
                .map(joined)
                .toList();
    }

    private <T> List<T> values(String name, Function<String, T> value) throws Unresolved {
        List<String> known = values.get(name);
        if (known == null) {
            throw new Unresolved("the placeholder %" + name + "% has no value");
        }
        return known.stream().map(value).toList();
    }

    private static <T> List<List<T>> with(List<List<T>> combinations, List<T> next) throws Unresolved {
        if ((long) combinations.size() * next.size() > MAX_TEXTS) {
            throw new Unresolved("the placeholders stand for more than " + MAX_TEXTS + " texts");
        }
        List<List<T>> longer = new ArrayList<>();
        for (List<T> combination : combinations) {
            for (T each : next) {
                List<T> more = new ArrayList<>(combination);
                more.add(each);
                longer.add(more);
            }
        }
        return longer;
    }
}
