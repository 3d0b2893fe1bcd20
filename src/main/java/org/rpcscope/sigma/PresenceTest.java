package org.rpcscope.sigma;

import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** The record has the field, whatever its value, or has it not: the modifier {@code exists}. */
record PresenceTest(boolean wanted) implements ValueTest {

    @Override
    public boolean text(String value) {
        return wanted;
    }

    @Override
    public boolean number(long value) {
        return wanted;
    }

    @Override
    public boolean address(IpAddress value) {
        return wanted;
    }

    @Override
    public boolean absent() {
        return !wanted;
    }

    /** "Not its value, be it empty or null" (specification 2.1): a field that is null exists. */
    @Override
    public boolean nothing() {
        return wanted;
    }
}
