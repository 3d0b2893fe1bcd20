package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rpcscope.net.Cidr;
import org.rpcscope.query.ValueTest;

/** How the values of a field are written. */
sealed interface Kind {

    /** What became of a value. */
    sealed interface Read {}

    record Understood(ValueTest test) implements Read {}

    /** @param reason a sentence that says what is wrong and what would be right */
    record Refused(String reason) implements Read {}

    /** Reads one value, which is not empty. */
    Read read(String value);

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

    /** A port, or two with a hyphen between them. */
    record Port() implements Kind {
        @Override
        public Read read(String value) {
            int hyphen = value.indexOf('-', 1);
            int from = port(hyphen < 0 ? value : value.substring(0, hyphen));
            int to = hyphen < 0 ? from : port(value.substring(hyphen + 1));
            return from < 0 || to < from
                    ? new Refused("\"" + value + "\" is neither a port nor a range such as 49152-65535")
                    : new Understood(new ValueTests.PortBetween(from, to));
        }

        private static int port(String text) {
            boolean digits =
                    !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            int number = digits ? Integer.parseInt(text) : -1;
            return number <= 0xFFFF ? number : -1;
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

    /** A text of which a part is enough, in either case. */
    record Text() implements Kind {
        @Override
        public Read read(String value) {
            return new Understood(ValueTests.Contains.of(value));
        }
    }

    /** An address where it reads as one, else a text that may stand anywhere. */
    record Anything() implements Kind {
        @Override
        public Read read(String value) {
            return AddressWords.read(value) instanceof Cidr.Valid(Cidr cidr) && AddressWords.looksLikeOne(value)
                    ? new Understood(new ValueTests.InNetwork(cidr))
                    : new Understood(ValueTests.Contains.of(value));
        }
    }
}
