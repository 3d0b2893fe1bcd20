package org.rpcscope.sigma;

import org.rpcscope.query.FieldNames;

/** Which rules are asked about sessions. */
public final class SessionRouting {

    private static final FieldNames NAMES = FieldNames.load();

    private SessionRouting() {}

    /**
     * Whether sessions answer rules of this source: every attribute that both the rule and a kind of session state is the
     * same, and they have one in common.
     */
    public static boolean answers(LogSource source) {
        return NAMES.knows(source.category(), source.product(), source.service());
    }
}
