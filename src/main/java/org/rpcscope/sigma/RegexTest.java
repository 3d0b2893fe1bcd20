package org.rpcscope.sigma;

import com.google.re2j.Pattern;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** A regular expression is found somewhere in the value, as text. RE2/J: the time is linear in the text. */
record RegexTest(Pattern pattern) implements ValueTest {

    @Override
    public boolean text(String value) {
        return pattern.matcher(value).find();
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
