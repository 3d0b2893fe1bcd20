package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.query.ValueTest;

/** How the values of a field are written. */
sealed interface Kind permits Measure, Kind.Address, Kind.Choice, Kind.Text, Kind.Anything {

    /** What became of a value. */
    sealed interface Read {}

    record Understood(ValueTest test) implements Read {}

    /** @param reason a sentence that says what is wrong and what would be right */
    record Refused(String reason) implements Read {}

    /** Reads one value, which is not empty. */
    Read read(String value);

    /** Whether quotation marks around a value say that it is meant as it stands. */
    default boolean isText() {
        return false;
    }

    /** A text that stands anywhere, whatever its characters mean elsewhere. */
    static Read literally(String value) {
        return new Understood(ValueTests.Contains.of(value));
    }

    /** An address, a network, or the beginning of an address. */
    record Address() implements Kind {
        @Override
        public Read read(String value) {
            return switch (AddressWords.read(value)) {
                case Cidr.Valid(Cidr cidr) -> new Understood(new ValueTests.InNetwork(cidr));
                case Cidr.Faulty(String reason, var _) -> new Refused(reason);
            };
        }
    }

    /** A port; a hyphen between two is a range as well. */
    record Port() implements Measure {
        @Override
        public @Nullable Interval value(String text) {
            int hyphen = text.indexOf('-', 1);
            int from = port(hyphen < 0 ? text : text.substring(0, hyphen));
            int to = hyphen < 0 ? from : port(text.substring(hyphen + 1));
            return from < 0 || to < from ? null : new Interval(from, to);
        }

        @Override
        public String expected() {
            return "a port nor a range such as 49152-65535";
        }

        private static int port(String text) {
            boolean digits =
                    !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            int number = digits ? Integer.parseInt(text) : -1;
            return number <= 0xFFFF ? number : -1;
        }
    }

    /** A whole number, such as one of bytes. */
    record Number() implements Measure {
        @Override
        public @Nullable Interval value(String text) {
            return Amounts.number(text);
        }

        @Override
        public String expected() {
            return "a number nor a comparison such as >10k or 5..20";
        }
    }

    /** A span of time. */
    record Span() implements Measure {
        @Override
        public @Nullable Interval value(String text) {
            return Amounts.span(text);
        }

        @Override
        public String expected() {
            return "a duration nor a comparison such as >1m30s";
        }
    }

    /** A time in UTC. */
    record Moment() implements Measure {
        @Override
        public @Nullable Interval value(String text) {
            return Moments.read(text);
        }

        @Override
        public String expected() {
            return "a time nor a range such as 2024-06-01T10:20..2024-06-02 (UTC)";
        }
    }

    /** One of a few words; a beginning stands for all that begin so, since filters are applied while they are typed. */
    record Choice(List<String> words) implements Kind {

        static <T> Choice of(T[] values, Function<T, String> label) {
            return new Choice(Arrays.stream(values).map(label).toList());
        }

        @Override
        public Read read(String value) {
            String folded = value.toLowerCase(Locale.ROOT);
            List<String> meant = words.contains(folded)
                    ? List.of(folded)
                    : words.stream().filter(word -> word.startsWith(folded)).toList();
            return meant.isEmpty()
                    ? new Refused("\"" + value + "\" is none of " + String.join(", ", words))
                    : new Understood(new ValueTests.OneOf(meant));
        }
    }

    /** A text of which a part is enough, in either case; with {@code *} or {@code ?} in it, a pattern of the whole text. */
    record Text() implements Kind {
        @Override
        public Read read(String value) {
            return value.indexOf('*') >= 0 || value.indexOf('?') >= 0
                    ? new Understood(ValueTests.Matches.of(value))
                    : literally(value);
        }

        @Override
        public boolean isText() {
            return true;
        }
    }

    /** An address where it reads as one, else a text that may stand anywhere. */
    record Anything() implements Kind {
        @Override
        public Read read(String value) {
            return AddressWords.read(value) instanceof Cidr.Valid(Cidr cidr) && AddressWords.looksLikeOne(value)
                    ? new Understood(new ValueTests.InNetwork(cidr))
                    : new Text().read(value);
        }

        @Override
        public boolean isText() {
            return true;
        }
    }
}
