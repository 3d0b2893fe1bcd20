package org.rpcscope.rpc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an interface or an operation is worth a look.
 *
 * @param stages the steps of an attack that it serves, in their order, at least one; of an interface what it is there for,
 *     since only a call reaches a stage
 * @param techniques numbers of ATT&amp;CK techniques, such as {@code T1569.002}; may be empty
 * @param reason in words that follow the name: "makes a program run as a service"
 */
public record Significance(List<Stage> stages, List<String> techniques, Concern concern, String reason) {

    public Significance {
        stages = stages.stream().distinct().sorted().toList();
        techniques = List.copyOf(techniques);
    }

    /** How much it says about whoever calls it. */
    public enum Concern {
        /** Every client does it. */
        LOW,
        /** It is for looking around, or for managing a host. */
        MEDIUM,
        /** It takes, changes or runs something. */
        HIGH;

        /** The word for it in tables and on the screen. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The concern of that {@link #label}, or null where there is none. */
        static @Nullable Concern of(String label) {
            for (Concern concern : values()) {
                if (concern.label().equals(label)) {
                    return concern;
                }
            }
            return null;
        }
    }

    /** Whether it serves one of the stages. */
    public boolean serves(Set<Stage> some) {
        return stages.stream().anyMatch(some::contains);
    }
}
