package org.rpcscope.filter;

import java.util.List;
import java.util.Locale;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** What a value of a filter is compiled to. */
final class ValueTests {

    private ValueTests() {}

    record InNetwork(Cidr network) implements ValueTest {
        @Override
        public boolean address(IpAddress value) {
            return network.contains(value);
        }
    }

    /** Both included. */
    record PortBetween(int from, int to) implements ValueTest {
        @Override
        public boolean number(long value) {
            return from <= value && value <= to;
        }
    }

    /** One of some lower-case words, whole. */
    record OneOf(List<String> words) implements ValueTest {
        @Override
        public boolean text(String value) {
            return words.contains(value);
        }
    }

    /**
     * A part of a text in either case; of a number, all its digits.
     *
     * @param part in lower case
     */
    record Contains(String part) implements ValueTest {

        static Contains of(String value) {
            return new Contains(value.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean text(String value) {
            return value.toLowerCase(Locale.ROOT).contains(part);
        }

        @Override
        public boolean number(long value) {
            return Long.toString(value).equals(part);
        }

        @Override
        public boolean address(IpAddress value) {
            return value.toString().contains(part);
        }
    }

    /** One of the questions is answered with yes. */
    record AnyOf(List<ValueTest> tests) implements ValueTest {

        @Override
        public boolean text(String value) {
            return tests.stream().anyMatch(test -> test.text(value));
        }

        @Override
        public boolean number(long value) {
            return tests.stream().anyMatch(test -> test.number(value));
        }

        @Override
        public boolean address(IpAddress value) {
            return tests.stream().anyMatch(test -> test.address(value));
        }
    }
}
