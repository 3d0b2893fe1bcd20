package org.rpcscope.rpc;

import java.util.Locale;

/** The steps of an attack over RPC, in order: the stages of {@code cli.md}. */
public enum Stage {
    /** RPC coming in from outside. */
    INITIAL_ACCESS,
    /** A connection was made. */
    CONNECTION,
    /** Asking what there is: endpoints, accounts, shares, interfaces. */
    ENUMERATION,
    /** Somebody proved who they are, or tried. */
    AUTHENTICATION,
    /** Something was made to run. */
    EXECUTION,
    /** Something was set up to run again. */
    PERSISTENCE,
    /** From one inner host to the next. */
    LATERAL_MOVEMENT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word of {@code cli.md}. */
    public String label() {
        return label;
    }
}
