package org.rpcscope.query;

import org.rpcscope.net.IpAddress;

/**
 * A yes-or-no question about one value: what an item of a rule or a term of a filter is compiled to. Implementations are
 * records, so that equal questions are equal objects: answers are cached by them. Two-valued: there is no third answer for
 * a value that is absent. Stateless, for any thread.
 */
public interface ValueTest {

    boolean text(String value);

    boolean number(long value);

    boolean address(IpAddress value);

    /** The answer where the record has no such value. */
    boolean absent();
}
