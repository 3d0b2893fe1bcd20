package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * Takes the text of a filter apart: terms with their field and values, and what stands between them. Quotation marks hold
 * white space, commas, colons and parentheses together; one that is not closed ends with the text, since it is just being
 * typed.
 */
final class Words {

    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z._]*)(:|>=|<=|>|<|=)");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Words words = new Words(text);
        words.read();
        return List.copyOf(words.tokens);
    }

    private void read() {
        for (skipSpace(); at < text.length(); skipSpace()) {
            int from = at;
            switch (text.charAt(from)) {
                case '(' -> mark(Token.Sign.OPEN, 1);
                case ')' -> mark(Token.Sign.CLOSE, 1);
                case '-', '!' -> mark(Token.Sign.NOT, 1);
                default -> {
                    int to = end(from);
                    Token.Sign sign = sign(text.substring(from, to));
                    if (sign == null) {
                        tokens.add(word(from, to));
                        at = to;
                    } else {
                        mark(sign, to - from);
                    }
                }
            }
        }
    }

    private void mark(Token.Sign sign, int length) {
        tokens.add(new Token.Mark(sign, at, at + length));
        at += length;
    }

    private static Token.@Nullable Sign sign(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "and", "&&" -> Token.Sign.AND;
            case "or", "||" -> Token.Sign.OR;
            case "not" -> Token.Sign.NOT;
            default -> null;
        };
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** A parenthesis that a word opened itself is closed within it. */
    private int end(int from) {
        boolean quoted = false;
        int open = 0;
        int to = from;
        for (; to < text.length(); to++) {
            char c = text.charAt(to);
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            if (Character.isWhitespace(c) || c == ')' && open == 0) {
                break;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return to;
    }

    private Token.Word word(int from, int to) {
        Matcher name = NAME.matcher(text).region(from, to);
        if (name.lookingAt() && isName(name.group(1), name.group(2), from, to)) {
            boolean compares = !name.group(2).equals(":");
            return new Token.Word(from, to, name.group(1), values(compares ? name.start(2) : name.end(), to));
        }
        return new Token.Word(from, to, "", values(from, to));
    }

    /** Of two letters and a colon, only the whole word says whether it is a field or IPv6. */
    private boolean isName(String name, String sign, int from, int to) {
        boolean known = Field.named(name) != null;
        return sign.equals(":") ? known || !isAddress(from, to) : known;
    }

    private boolean isAddress(int from, int to) {
        return AddressWords.read(text.substring(from, to)) instanceof Cidr.Valid;
    }

    private List<Token.Value> values(int from, int to) {
        List<Token.Value> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean marks = false;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ',' && !quoted) {
                if (!value.isEmpty()) {
                    values.add(new Token.Value(start, i, value.toString(), marks));
                }
                value.setLength(0);
                marks = false;
                start = i + 1;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
                marks = true;
            } else {
                value.append(text.charAt(i));
            }
        }
        return values;
    }
}
