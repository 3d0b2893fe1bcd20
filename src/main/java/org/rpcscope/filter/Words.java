package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rpcscope.net.Cidr;

/**
 * Takes the text of a filter apart: words between white space, each with its sign, its field and its values. Quotation marks
 * hold white space, commas and colons together; one that is not closed ends with the text, since it is just being typed.
 */
final class Words {

    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z.]*):");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        Words words = new Words(text);
        words.read();
        return List.copyOf(words.words);
    }

    private void read() {
        int sign = -1; // where a "not" stands that waits for its word
        for (skipSpace(); at < text.length(); skipSpace()) {
            int from = at;
            int to = end(from);
            if (text.substring(from, to).equalsIgnoreCase("not") && sign < 0) {
                sign = from;
            } else {
                words.add(word(sign < 0 ? from : sign, from, to, sign >= 0));
                sign = -1;
            }
            at = to;
        }
        if (sign >= 0) {
            words.add(new Word(sign, sign + 3, sign + 3, true, "", List.of()));
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int end(int from) {
        boolean quoted = false;
        int to = from;
        while (to < text.length() && (quoted || !Character.isWhitespace(text.charAt(to)))) {
            quoted ^= text.charAt(to) == '"';
            to++;
        }
        return to;
    }

    private Word word(int from, int first, int to, boolean not) {
        int start = first;
        boolean negated = not;
        char sign = text.charAt(first);
        if (sign == '-' || sign == '!') {
            start++;
            negated = !negated;
        }
        Matcher name = NAME.matcher(text).region(start, to);
        if (name.lookingAt() && (Field.named(name.group(1)) != null || !isAddress(start, to))) {
            return new Word(from, to, start, negated, name.group(1), values(name.end(), to));
        }
        return new Word(from, to, start, negated, "", values(start, to));
    }

    /** Of two letters and a colon, only the whole word says whether it is a field or IPv6. */
    private boolean isAddress(int from, int to) {
        return AddressWords.read(text.substring(from, to)) instanceof Cidr.Valid;
    }

    private List<Word.Value> values(int from, int to) {
        List<Word.Value> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean marks = false;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ',' && !quoted) {
                if (!value.isEmpty()) {
                    values.add(new Word.Value(start, i, value.toString(), marks));
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
