package org.rpcscope.sigma;

import org.rpcscope.query.ValueTest;

/** The field is null, or absent, which is the same here. An empty text is neither. */
record NullTest() implements ValueTest {

    @Override
    public boolean absent() {
        return true;
    }
}
