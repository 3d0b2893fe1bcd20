package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** The value passes at least one of several tests: a list of values, asked in one go over the column. */
record AnyTest(List<ValueTest> tests) implements ValueTest {

    /** The test, or one of several, without one within another. */
    static ValueTest of(List<ValueTest> tests) {
        List<ValueTest> flat = new ArrayList<>();
        for (ValueTest test : tests) {
            if (test instanceof AnyTest(List<ValueTest> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(test);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new AnyTest(List.copyOf(flat));
    }

    @Override
    public boolean text(String value) {
        for (ValueTest test : tests) {
            if (test.text(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean number(long value) {
        for (ValueTest test : tests) {
            if (test.number(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean address(IpAddress value) {
        for (ValueTest test : tests) {
            if (test.address(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean absent() {
        for (ValueTest test : tests) {
            if (test.absent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean nothing() {
        for (ValueTest test : tests) {
            if (test.nothing()) {
                return true;
            }
        }
        return false;
    }
}
