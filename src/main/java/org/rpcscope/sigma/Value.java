package org.rpcscope.sigma;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** One value of a field of an event. */
public sealed interface Value {

    /** Whether the value passes a test of a rule. */
    boolean passes(ValueTest test);

    /** The value as text: what keywords are looked for in, and what events are grouped by. Null where it has none. */
    @Nullable
    String text();

    /** A text, or what is compared like one: booleans as {@code true} and {@code false}, fractions in decimal. */
    record Text(String text) implements Value {

        @Override
        public boolean passes(ValueTest test) {
            return test.text(text);
        }
    }

    /** A whole number. */
    record Whole(long number) implements Value {

        @Override
        public boolean passes(ValueTest test) {
            return test.number(number);
        }

        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** An address that is known to be one. */
    record Address(IpAddress address) implements Value {

        @Override
        public boolean passes(ValueTest test) {
            return test.address(address);
        }

        @Override
        public String text() {
            return address.toString();
        }
    }

    /** Null: the field exists and has what an absent one has. */
    record Nothing() implements Value {

        @Override
        public boolean passes(ValueTest test) {
            return test.nothing();
        }

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** An object, or a list without elements: the field exists, and has no value that could be compared. */
    record Composite() implements Value {

        @Override
        public boolean passes(ValueTest test) {
            return test instanceof PresenceTest presence && presence.wanted();
        }

        @Override
        public @Nullable String text() {
            return null;
        }
    }
}
