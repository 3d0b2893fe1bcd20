package org.rpcscope.sigma;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind a field's name (Sigma 2.1, appendix "Value modifiers"). */
enum Modifier {
    CONTAINS(Kind.COMPARISON),
    STARTSWITH(Kind.COMPARISON),
    ENDSWITH(Kind.COMPARISON),
    RE(Kind.COMPARISON),
    CIDR(Kind.COMPARISON),
    EXISTS(Kind.COMPARISON),
    LT(Kind.COMPARISON),
    LTE(Kind.COMPARISON),
    GT(Kind.COMPARISON),
    GTE(Kind.COMPARISON),
    ALL(Kind.LOGIC),
    NEQ(Kind.LOGIC),
    CASED(Kind.LOGIC),
    I(Kind.FLAG),
    M(Kind.FLAG),
    S(Kind.FLAG),
    WIDE(Kind.ENCODING),
    UTF16LE(Kind.ENCODING),
    UTF16BE(Kind.ENCODING),
    UTF16(Kind.ENCODING),
    BASE64(Kind.BASE64),
    BASE64OFFSET(Kind.BASE64),
    WINDASH(Kind.DASHES),
    FIELDREF(Kind.REFERENCE),
    EXPAND(Kind.PLACEHOLDERS),
    MINUTE(Kind.COMPARISON),
    HOUR(Kind.COMPARISON),
    DAY(Kind.COMPARISON),
    WEEK(Kind.COMPARISON),
    MONTH(Kind.COMPARISON),
    YEAR(Kind.COMPARISON);

    /** What a modifier does to an item. */
    enum Kind {
        /** Says how a value is compared: one an item. */
        COMPARISON,
        /** Says how the answers are put together. */
        LOGIC,
        /** Changes how a regular expression is meant. */
        FLAG,
        /** Writes the value as UTF-16. */
        ENCODING,
        /** Writes the value's bytes in Base64. */
        BASE64,
        /** Lets dashes stand for each other. */
        DASHES,
        /** Names another field in place of a value. */
        REFERENCE,
        /** Puts values in the place of names between percent signs. */
        PLACEHOLDERS
    }

    private static final Map<String, Modifier> LONG_NAMES = Map.of("ignorecase", I, "multiline", M, "dotall", S);

    private final Kind kind;

    Modifier(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The word used in rules. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The modifier with the label, or null. */
    static @Nullable Modifier of(String label) {
        for (Modifier modifier : values()) {
            if (modifier.label().equals(label)) {
                return modifier;
            }
        }
        return LONG_NAMES.get(label);
    }
}
