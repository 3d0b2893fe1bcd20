package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a filter that have to hold whatever else it asks: those that stand in no parentheses. Where alternatives stand
 * there, none has to.
 *
 * @param alternatives whether an {@code or} stands outside all parentheses
 * @param unclosed the quotation mark and the parentheses that the text leaves open
 */
record Terms(List<Term> terms, boolean alternatives, String unclosed) {

    /**
     * @param from where it begins, with what joins it to the term before and what negates it
     * @param to one past its last character
     * @param field null where its name is none
     */
    record Term(int from, int to, boolean negated, @Nullable Field field, Token.Word word) {

        /** Whether it has a single value. */
        boolean single() {
            return word.values().size() == 1;
        }

        /** Whether a value of a field is among its own. */
        boolean holds(Field of, String value) {
            return field == of
                    && word.values().stream()
                            .anyMatch(each -> FilterEdit.fold(each.text()).equals(FilterEdit.fold(value)));
        }
    }

    static Terms of(String text) {
        List<Term> terms = new ArrayList<>();
        boolean alternatives = false;
        int depth = 0;
        int from = -1; // where what stands before the next word begins
        boolean negated = false;
        for (Token token : Words.of(text)) {
            if (token instanceof Token.Mark(Token.Sign sign, int start, var _)) {
                switch (sign) {
                    case OPEN -> depth++;
                    case CLOSE -> depth = Math.max(0, depth - 1);
                    case OR -> alternatives |= depth == 0;
                    case AND, NOT -> {}
                }
                boolean before = sign == Token.Sign.NOT || sign == Token.Sign.AND;
                from = before ? from < 0 ? start : from : -1;
                negated = sign == Token.Sign.NOT && !negated;
            } else if (token instanceof Token.Word word) {
                if (depth == 0) {
                    Field field = word.name().isEmpty() ? Field.ANYTHING : Field.named(word.name());
                    terms.add(new Term(from < 0 ? word.from() : from, word.to(), negated, field, word));
                }
                from = -1;
                negated = false;
            }
        }
        boolean quote = text.chars().filter(c -> c == '"').count() % 2 != 0;
        String unclosed = (quote ? "\"" : "") + " )".repeat(depth);
        return new Terms(alternatives ? List.of() : List.copyOf(terms), alternatives, unclosed);
    }
}
