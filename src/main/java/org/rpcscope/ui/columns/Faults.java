package org.rpcscope.ui.columns;

import java.util.Locale;
import org.rpcscope.mapping.Mapping;

/** The faults of a mapping by the names of their texts. */
public final class Faults {

    private Faults() {}

    public static String key(Mapping.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
