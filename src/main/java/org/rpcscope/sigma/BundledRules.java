package org.rpcscope.sigma;

import java.util.List;

/** The rules that come with the program. */
public final class BundledRules {

    private BundledRules() {}

    /** Reads them, in the order of their index. */
    public static List<BundledRule> load() {
        return List.of();
    }
}
