package org.rpcscope.sigma;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad it is when a rule matches (Sigma 2.1, "level"), from the least to the worst. */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word used in rules and records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with the label, or null. */
    static @Nullable Level of(String label) {
        for (Level level : values()) {
            if (level.label().equals(label)) {
                return level;
            }
        }
        return null;
    }
}
