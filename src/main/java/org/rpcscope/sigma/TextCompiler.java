package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * Makes a text of an item the test that it stands for: what it says, after its placeholders, dashes and encodings, and
 * where in the value that has to stand.
 */
final class TextCompiler {

    /** How many texts may be encoded for one value: each way to write its dashes is one. */
    private static final int MAX_ENCODED = 1000;

    /** Looking for a text costs at most its length times that of the value: with this bound it is linear. */
    private static final int LONGEST = 4096;

    private final Modifiers modifiers;
    private final Placeholders placeholders;
    private final boolean keyword;

    /** @param keyword whether the text is looked for in every field, and there within the value */
    TextCompiler(Modifiers modifiers, Placeholders placeholders, boolean keyword) {
        this.modifiers = modifiers;
        this.placeholders = placeholders;
        this.keyword = keyword;
    }

    /** Why a text cannot be meant so. */
    static final class Unfit extends Exception {
        Unfit(@Nullable String message) {
            super(message, null, false, false);
        }
    }

    ValueTest test(String value) throws Unfit {
        boolean cased = modifiers.has(Modifier.CASED);
        List<ValueTest> tests = new ArrayList<>();
        for (Glob text : texts(value)) {
            for (Glob encoded : encoded(dashed(text))) {
                Glob placed = placed(encoded);
                if (placed.literalText() == null && placed.length() > LONGEST) {
                    throw new Unfit("a text that is looked for within another has at most " + LONGEST + " characters");
                }
                tests.add(TextTest.of(placed, cased));
            }
        }
        return AnyTest.of(tests);
    }

    private List<Glob> texts(String value) throws Unfit {
        if (!modifiers.has(Modifier.EXPAND)) {
            return List.of(Glob.parse(value));
        }
        try {
            return placeholders.expand(value, Glob::parse, Glob::parse, Glob::joined);
        } catch (Placeholders.Unresolved e) {
            throw new Unfit(e.getMessage());
        }
    }

    private Glob dashed(Glob text) {
        return modifiers.has(Modifier.WINDASH) ? text.anyDash() : text;
    }

    private List<Glob> encoded(Glob text) throws Unfit {
        Modifier encoding = modifiers.first(Modifier.Kind.ENCODING);
        Modifier base64 = modifiers.first(Modifier.Kind.BASE64);
        if (base64 == null) {
            return encoding == null ? List.of(text) : List.of(wide(text, encoding));
        }
        List<Glob> written = text.withDashesChosen(MAX_ENCODED);
        if (written.isEmpty()) {
            throw new Unfit("has too many dashes for the modifier '" + base64.label() + "'");
        }
        List<Glob> encoded = new ArrayList<>();
        for (Glob each : written) {
            String literal = each.literalText();
            if (literal == null) {
                throw new Unfit("the modifier '" + base64.label() + "' cannot be used with wildcards");
            }
            byte[] bytes = Base64Text.encode(literal, encoding == null ? base64 : encoding);
            List<String> texts =
                    base64 == Modifier.BASE64 ? List.of(Base64Text.whole(bytes)) : Base64Text.inside(bytes);
            texts.forEach(found -> encoded.add(Glob.literal(found)));
        }
        return encoded;
    }

    private static Glob wide(Glob text, Modifier encoding) throws Unfit {
        Glob wide = text.wide(encoding != Modifier.UTF16BE);
        if (wide == null) {
            String label = encoding.label();
            throw new Unfit("the modifier '" + label + "' without 'base64' is for ASCII texts without '?'");
        }
        return wide;
    }

    private Glob placed(Glob glob) {
        Modifier comparison = modifiers.comparison();
        if (comparison == null) {
            return keyword ? glob.afterAnything().beforeAnything() : glob;
        }
        return switch (comparison) {
            case CONTAINS -> glob.afterAnything().beforeAnything();
            case STARTSWITH -> glob.beforeAnything();
            case ENDSWITH -> glob.afterAnything();
            default -> keyword ? glob.afterAnything().beforeAnything() : glob;
        };
    }
}
