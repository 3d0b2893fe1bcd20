package org.rpcscope.detect;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Input;
import org.rpcscope.sigma.RuleInfo;

/**
 * A rule matches a record that is no session, or a correlation fired.
 *
 * @param rule the rule, or the correlation
 * @param time of the record, or of the last one that took part; nanoseconds since 1970
 * @param input where the record is
 * @param origin where it begins in the unpacked input
 * @param host the name of the host that it is about, as written
 * @param kind null where a session was the last that took part
 * @param correlated null where a rule matched by itself
 */
public record EventFinding(
        RuleInfo rule,
        long time,
        Input input,
        long origin,
        @Nullable String host,
        @Nullable IpAddress address,
        @Nullable String user,
        @Nullable EventKind kind,
        String subject,
        @Nullable Correlated correlated) {

    /**
     * What made a correlation fire.
     *
     * @param group the fields that all that took part have in common
     * @param value what was measured; null where the condition is over names of rules
     */
    public record Correlated(
            Map<String, String> group, @Nullable Double value) {}
}
