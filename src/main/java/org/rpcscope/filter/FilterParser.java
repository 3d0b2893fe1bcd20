package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * Reads the pieces of a filter to a tree. {@code not} binds closest, then {@code and}, which may be left out, then
 * {@code or}. What is wrong is noted and left out, and the rest is read on. A parenthesis that is not closed ends with the
 * text, since it is just being typed. For one text.
 */
final class FilterParser {

    /** So deep may parentheses and negations stand in each other. */
    static final int DEEPEST = 100;

    private final List<Token> tokens;
    private final List<Filter.Fault> faults = new ArrayList<>();
    private int at;
    private int depth;

    FilterParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<Filter.Fault> faults() {
        return faults;
    }

    /** The tree of the whole text. */
    Query read() {
        List<Query> parts = new ArrayList<>();
        while (at < tokens.size()) {
            add(parts, either());
            if (at < tokens.size()) { // nothing but a closing parenthesis ends it before the end
                fault(tokens.get(at++), "no parenthesis is open here");
            }
        }
        return parts.isEmpty() ? Query.EVERYTHING : Query.All.of(parts);
    }

    private @Nullable Query either() {
        List<Query> parts = new ArrayList<>();
        add(parts, all());
        while (is(Token.Sign.OR)) {
            Token or = tokens.get(at++);
            int before = at;
            add(parts, all());
            if (at == before) {
                fault(or, "nothing stands behind " + word(or));
            }
        }
        return parts.isEmpty() ? null : Query.Any.of(parts);
    }

    private @Nullable Query all() {
        List<Query> parts = new ArrayList<>();
        boolean first = true;
        while (at < tokens.size() && !is(Token.Sign.OR) && !is(Token.Sign.CLOSE)) {
            if (is(Token.Sign.AND)) {
                Token and = tokens.get(at++);
                boolean last = at == tokens.size() || is(Token.Sign.OR) || is(Token.Sign.CLOSE);
                if (first || last) {
                    fault(and, "nothing stands " + (first ? "before " : "behind ") + word(and));
                }
            } else {
                add(parts, one());
            }
            first = false;
        }
        if (first && is(Token.Sign.OR)) {
            fault(tokens.get(at), "nothing stands before " + word(tokens.get(at)));
        }
        return parts.isEmpty() ? null : Query.All.of(parts);
    }

    private @Nullable Query one() {
        Token token = tokens.get(at++);
        if (++depth > DEEPEST) {
            fault(token, "more than " + DEEPEST + " parentheses stand in each other");
            at = tokens.size();
            depth--;
            return null;
        }
        Query read = switch (token) {
            case Token.Word word -> term(word);
            case Token.Mark(Token.Sign sign, var _, var _) when sign == Token.Sign.NOT -> negated(token);
            case Token.Mark _ -> parenthesis(token);
        };
        depth--;
        return read;
    }

    private @Nullable Query negated(Token not) {
        boolean nothing = at == tokens.size()
                || tokens.get(at) instanceof Token.Mark(Token.Sign sign, var _, var _)
                        && sign != Token.Sign.NOT
                        && sign != Token.Sign.OPEN;
        if (nothing) {
            fault(not, "a value is missing after " + word(not));
            return null;
        }
        return switch (one()) {
            case null -> null;
            case Query.Not(Query part) -> part;
            case Query part -> new Query.Not(part);
        };
    }

    private @Nullable Query parenthesis(Token open) {
        int before = at;
        Query read = either();
        if (at == before) {
            fault(open, "nothing stands in the parentheses");
        }
        if (is(Token.Sign.CLOSE)) {
            at++;
        }
        return read;
    }

    private @Nullable Query term(Token.Word word) {
        Field field = word.name().isEmpty() ? Field.ANYTHING : Field.named(word.name());
        if (field == null) {
            String reason = "there is no field \"" + word.name() + "\": " + String.join(", ", Field.labels());
            faults.add(new Filter.Fault(word.from(), word.from() + word.name().length(), reason));
            return null;
        }
        if (word.values().isEmpty()) {
            String before = field == Field.ANYTHING ? "\"" : field.label() + ":";
            fault(word, "a value is missing after " + before);
            return null;
        }
        List<ValueTest> tests = tests(field, word);
        return tests.isEmpty() ? null : new Query.Term(field, tests);
    }

    private List<ValueTest> tests(Field field, Token.Word word) {
        List<ValueTest> tests = new ArrayList<>();
        for (Token.Value value : word.values()) {
            Kind kind = field.kind();
            Kind.Read read = value.quoted() && kind.isText() ? Kind.literally(value.text()) : kind.read(value.text());
            switch (read) {
                case Kind.Understood(ValueTest test) -> tests.add(test);
                case Kind.Refused(String reason) -> faults.add(new Filter.Fault(value.from(), value.to(), reason));
            }
        }
        return tests;
    }

    private boolean is(Token.Sign sign) {
        return at < tokens.size() && tokens.get(at) instanceof Token.Mark mark && mark.sign() == sign;
    }

    private void fault(Token token, String reason) {
        faults.add(new Filter.Fault(token.from(), token.to(), reason));
    }

    private static String word(Token token) {
        return token instanceof Token.Mark mark ? mark.sign().name().toLowerCase(Locale.ROOT) : "it";
    }

    private static void add(List<Query> parts, @Nullable Query part) {
        if (part != null) {
            parts.add(part);
        }
    }
}
