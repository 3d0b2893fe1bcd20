package org.rpcscope.sigma;

/** How the value of one field stands to that of another (the modifier {@code fieldref} and what is combined with it). */
public enum Relation {
    EQUALS,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH;

    /**
     * Whether a value stands so to another one. Texts are compared as they are: where case does not matter they have to be
     * {@linkplain Folding folded} both.
     */
    boolean holds(String value, String other) {
        return switch (this) {
            case EQUALS -> value.equals(other);
            case CONTAINS -> value.contains(other);
            case STARTS_WITH -> value.startsWith(other);
            case ENDS_WITH -> value.endsWith(other);
        };
    }
}
