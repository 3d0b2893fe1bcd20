package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands at the caret of a filter that is being written, and how it may go on. Pure; any thread. */
public sealed interface Unfinished {

    /** Where what is being written begins. */
    int from();

    /** One past the last character that is replaced when it is completed. */
    int to();

    /** What has been written of it, without quotation marks. */
    String part();

    /** A word before its colon: of a field, or alone. */
    record Name(int from, int to, String part) implements Unfinished {

        /** The terms that may be meant, in the order of the fields: those that begin so before those that hold it. */
        public List<String> options() {
            String folded = part.toLowerCase(Locale.ROOT);
            List<String> labels = Field.labels();
            Stream<String> beginning = labels.stream().filter(label -> label.startsWith(folded));
            Stream<String> holding =
                    labels.stream().filter(label -> !label.startsWith(folded) && label.contains(folded));
            return Stream.of(beginning, holding, folded.isEmpty() ? Stream.<String>of() : choices(folded))
                    .flatMap(each -> each)
                    .toList();
        }

        /** The fields are {@code name:}, whose value is still to be written; a choice is a whole term. */
        private static Stream<String> choices(String folded) {
            return Arrays.stream(Field.values())
                    .flatMap(field -> field.words().stream()
                            .filter(word -> word.startsWith(folded))
                            .map(word -> field.label() + ":" + word));
        }
    }

    /**
     * A value behind the colon, or behind a comparison.
     *
     * @param others the filter without the term that is being written; of alternatives, nothing, since none of them narrows
     *     the others
     * @param sign what stands between the field and the value: a colon, or one of {@code = < <= > >=}
     */
    record Value(int from, int to, Field field, String part, String others, String sign) implements Unfinished {

        /** A value behind a colon. */
        Value(int from, int to, Field field, String part, String others) {
            this(from, to, field, part, others, ":");
        }

        /** The filter with the term as it would be with a value. */
        public String with(String value) {
            return others + " " + field.label() + sign + FilterEdit.quoted(field, value);
        }
    }

    /** All of the text, in place of which another filter comes. */
    record Whole(int from, int to, String part) implements Unfinished {

        public static Whole of(String text) {
            return new Whole(0, text.length(), text);
        }
    }

    /** The text with what is being written completed. */
    default String completed(String text, String option) {
        return text.substring(0, from()) + written(option) + text.substring(to());
    }

    /** Where the caret stands after that. */
    default int caret(String option) {
        return from() + written(option).length();
    }

    private String written(String option) {
        return switch (this) {
            case Name _ -> option.indexOf(':') < 0 ? option + ":" : option;
            case Whole _ -> option;
            case Value value -> FilterEdit.quoted(value.field(), option);
        };
    }

    /** What is being written at a place of the text, or null where nothing can be completed there. */
    static @Nullable Unfinished at(String text, int caret) {
        boolean alternatives = false;
        int begin = -1;
        Unfinished found = new Name(caret, caret, "");
        for (Token token : Words.of(text)) {
            switch (token) {
                case Token.Mark mark -> {
                    alternatives |= mark.sign() == Token.Sign.OR;
                    boolean joins = mark.sign() == Token.Sign.NOT || mark.sign() == Token.Sign.AND;
                    begin = joins ? begin < 0 ? mark.from() : begin : -1;
                    if (mark.from() < caret && caret < mark.to()) {
                        found = null;
                    } else if (caret == mark.to() && Character.isLetter(text.charAt(mark.from()))) {
                        found = new Name(mark.from(), caret, text.substring(mark.from(), caret));
                    }
                }
                case Token.Word word -> {
                    if (word.from() <= caret && caret <= word.to()) {
                        found = within(text, word, begin < 0 ? word.from() : begin, caret);
                    }
                    begin = -1;
                }
            }
        }
        return alternatives && found instanceof Value(int from, int to, Field field, String part, var _, String sign)
                ? new Value(from, to, field, part, "", sign)
                : found;
    }

    private static @Nullable Unfinished within(String text, Token.Word word, int begin, int caret) {
        if (word.name().isEmpty()) {
            boolean plain = text.substring(word.from(), word.to()).indexOf('"') < 0;
            return plain ? new Name(word.from(), word.to(), text.substring(word.from(), caret)) : null;
        }
        int colon = word.from() + word.name().length();
        Field field = Field.named(word.name());
        String sign = sign(text, colon);
        boolean compares = field != null && field.measured();
        if (field == null || !sign.equals(":") && !compares || caret < colon + sign.length()) {
            return null;
        }
        int from = colon + sign.length();
        int to = word.to();
        boolean quoted = false;
        for (int i = from; i < word.to(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ',' && !quoted) {
                if (i < caret) {
                    from = i + 1;
                } else {
                    to = i;
                    break;
                }
            }
        }
        String others = (text.substring(0, begin) + text.substring(word.to())).strip();
        return new Value(from, to, field, text.substring(from, caret).replace("\"", ""), others, sign);
    }

    private static String sign(String text, int at) {
        boolean two = at + 1 < text.length() && text.charAt(at) != ':' && text.charAt(at + 1) == '=';
        return text.substring(at, at + (two ? 2 : 1));
    }
}
