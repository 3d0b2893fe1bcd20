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
    record Between(long from, long to) implements ValueTest {
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

        /** Most words cannot stand in an address, which need not be written out to see that. */
        @Override
        public boolean address(IpAddress value) {
            return mayStandIn(value.isV4()) && value.toString().contains(part);
        }

        private boolean mayStandIn(boolean v4) {
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                boolean may = c >= '0' && c <= '9' || c == '.' || !v4 && (c >= 'a' && c <= 'f' || c == ':');
                if (!may) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A pattern of the whole text in either case: {@code *} stands for any characters, {@code ?} for one. A number and an
     * address are matched as they are written. Takes time in proportion to pattern and text, whatever they are.
     *
     * @param pattern in lower case
     */
    record Matches(String pattern) implements ValueTest {

        static Matches of(String value) {
            return new Matches(value.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean text(String value) {
            return matches(value.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean number(long value) {
            return matches(Long.toString(value));
        }

        @Override
        public boolean address(IpAddress value) {
            return matches(value.toString());
        }

        /** Goes back to the last star alone: what earlier ones took can stay as it is. */
        private boolean matches(String text) {
            int at = 0;
            int star = -1;
            int resume = 0;
            int p = 0;
            while (at < text.length()) {
                if (p < pattern.length() && pattern.charAt(p) == '*') {
                    star = p++;
                    resume = at;
                } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(at))) {
                    p++;
                    at++;
                } else if (star >= 0) {
                    p = star + 1;
                    at = ++resume;
                } else {
                    return false;
                }
            }
            while (p < pattern.length() && pattern.charAt(p) == '*') {
                p++;
            }
            return p == pattern.length();
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
