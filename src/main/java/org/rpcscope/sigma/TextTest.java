package org.rpcscope.sigma;

import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** The value, as text, is what a glob says. Numbers are decimal, addresses canonical (RFC 5952). */
record TextTest(Glob glob, boolean cased) implements ValueTest {

    static TextTest of(Glob glob, boolean cased) {
        return new TextTest(cased ? glob : glob.folded(), cased);
    }

    @Override
    public boolean text(String value) {
        return glob.matches(value, !cased);
    }

    @Override
    public boolean number(long value) {
        return text(Long.toString(value));
    }

    @Override
    public boolean address(IpAddress value) {
        return text(value.toString());
    }
}
