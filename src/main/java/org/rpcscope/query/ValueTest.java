package org.rpcscope.query;

import org.rpcscope.net.IpAddress;

/**
 * A yes-or-no question about one value: what an item of a rule or a term of a filter is compiled to. Implementations are
 * records, so that equal questions are equal objects: answers are cached by them. Two-valued: there is no third answer for
 * a value that is absent, and a kind of value that a question does not speak of is answered with no. Stateless, for any thread.
 */
public interface ValueTest {

    default boolean text(String value) {
        return false;
    }

    default boolean number(long value) {
        return false;
    }

    default boolean address(IpAddress value) {
        return false;
    }

    /** The answer where the record has no such value. */
    default boolean absent() {
        return false;
    }

    /** The answer where the record has the field, and its value is null. Null is what an absent field has. */
    default boolean nothing() {
        return absent();
    }
}
