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

    /** Whether rules of this source are asked about each operation of a session: those for Zeek's {@code dce_rpc.log}. */
    static boolean isAboutOperations(LogSource source) {
        return "dce_rpc".equals(source.service())
                && (source.product() == null || source.product().equals("zeek"));
    }
}
