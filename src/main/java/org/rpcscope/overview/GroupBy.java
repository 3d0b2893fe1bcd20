package org.rpcscope.overview;

/** What sessions have in common that are put together into one group. */
public enum GroupBy {
    /** Nothing: each stands alone. */
    NONE("none"),
    /** The host that opened them. */
    SOURCE("source"),
    /** The host that they were opened to. */
    DESTINATION("destination"),
    /** Both hosts, in that order. */
    PAIR("pair"),
    /** The endpoint mapper's session and those to the ports that it announced. What belongs to none is alone. */
    ACTIVITY("activity");

    private final String label;

    GroupBy(String label) {
        this.label = label;
    }

    /** The name in settings, in cases and in the keys of texts. */
    public String label() {
        return label;
    }

    /** The one of that name; {@link #NONE} for another name. */
    public static GroupBy named(String label) {
        for (GroupBy each : values()) {
            if (each.label.equals(label)) {
                return each;
            }
        }
        return NONE;
    }
}
