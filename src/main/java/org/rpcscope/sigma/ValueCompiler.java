package org.rpcscope.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.query.ValueTest;

/** Makes one value of an item the test that it stands for under the item's modifiers. */
final class ValueCompiler {

    private final Modifiers modifiers;
    private final String field;
    private final Faults faults;

    ValueCompiler(Modifiers modifiers, String field, Faults faults) {
        this.modifiers = modifiers;
        this.field = field;
        this.faults = faults;
    }

    /** The test, or null when the value cannot be meant; then a fault says why. */
    @Nullable
    ValueTest test(YamlNode.Scalar value) {
        Modifier comparison = modifiers.comparison();
        if (value.isNull()) {
            return comparison == null && !hasTextModifier()
                    ? new PresenceTest(false)
                    : fault(value, "null cannot be compared like a text or a number");
        }
        if (comparison == null) {
            return hasTextModifier() ? text(value) : plain(value);
        }
        return switch (comparison) {
            case CONTAINS, STARTSWITH, ENDSWITH -> text(value);
            case RE -> regex(value);
            case CIDR -> cidr(value);
            case EXISTS -> exists(value);
            case LT -> number(value, NumberTest.Comparison.LESS);
            case LTE -> number(value, NumberTest.Comparison.LESS_OR_EQUAL);
            case GT -> number(value, NumberTest.Comparison.GREATER);
            case GTE -> number(value, NumberTest.Comparison.GREATER_OR_EQUAL);
            default -> throw new IllegalStateException("compares nothing: " + comparison);
        };
    }

    private boolean hasTextModifier() {
        return modifiers.has(Modifier.CASED)
                || modifiers.has(Modifier.WINDASH)
                || modifiers.first(Modifier.Kind.BASE64) != null;
    }

    /** A value without modifiers: numbers by their value, all else as text. */
    private ValueTest plain(YamlNode.Scalar value) {
        BigDecimal number = value.plain() ? NumberTest.parse(value.text()) : null;
        if (number != null) {
            return NumberTest.of(NumberTest.Comparison.EQUAL, number);
        }
        return TextTest.of(Glob.parse(value.text()), false);
    }

    private @Nullable ValueTest text(YamlNode.Scalar value) {
        Glob glob = Glob.parse(value.text());
        List<Glob> alternatives = List.of(glob);
        Modifier base64 = modifiers.first(Modifier.Kind.BASE64);
        if (base64 != null) {
            String literal = glob.literalText();
            if (literal == null) {
                return fault(value, "the modifier '" + base64.label() + "' cannot be used with wildcards");
            }
            alternatives = base64(literal, base64);
        }
        boolean cased = modifiers.has(Modifier.CASED);
        List<ValueTest> tests = alternatives.stream()
                .map(each -> (ValueTest) TextTest.of(placed(each), cased))
                .toList();
        return AnyTest.of(tests);
    }

    private List<Glob> base64(String literal, Modifier base64) {
        Modifier encoding = modifiers.first(Modifier.Kind.ENCODING);
        byte[] bytes = Base64Text.encode(literal, encoding == null ? base64 : encoding);
        List<String> texts = base64 == Modifier.BASE64 ? List.of(Base64Text.whole(bytes)) : Base64Text.inside(bytes);
        return texts.stream().map(Glob::literal).toList();
    }

    private Glob placed(Glob glob) {
        Glob dashed = modifiers.has(Modifier.WINDASH) ? glob.anyDash() : glob;
        return switch (modifiers.comparison()) {
            case CONTAINS -> dashed.afterAnything().beforeAnything();
            case STARTSWITH -> dashed.beforeAnything();
            case ENDSWITH -> dashed.afterAnything();
            case null, default -> dashed;
        };
    }

    private @Nullable ValueTest regex(YamlNode.Scalar value) {
        String regex = value.text();
        String objection = RegexGuard.objection(regex, modifiers.has(Modifier.I));
        if (objection != null) {
            return fault(value, objection);
        }
        if (modifiers.has(Modifier.STARTSWITH)) {
            regex = "\\A(?:" + regex + ")";
        }
        if (modifiers.has(Modifier.ENDSWITH)) {
            regex = "(?:" + regex + ")\\z";
        }
        int flags = (modifiers.has(Modifier.I) ? Pattern.CASE_INSENSITIVE : 0)
                | (modifiers.has(Modifier.M) ? Pattern.MULTILINE : 0)
                | (modifiers.has(Modifier.S) ? Pattern.DOTALL : 0);
        try {
            return new RegexTest(Pattern.compile(regex, flags));
        } catch (PatternSyntaxException e) {
            return fault(value, "not a regular expression: " + e.getDescription() + " '" + e.getPattern() + "'");
        }
    }

    private @Nullable ValueTest cidr(YamlNode.Scalar value) {
        return switch (Cidr.parse(value.text())) {
            case Cidr.Valid valid -> new CidrTest(valid.cidr());
            case Cidr.Faulty faulty -> fault(value, "not a network: " + faulty.reason());
        };
    }

    private @Nullable ValueTest exists(YamlNode.Scalar value) {
        Boolean wanted = value.asBoolean();
        return wanted == null ? fault(value, "the modifier 'exists' wants true or false") : new PresenceTest(wanted);
    }

    private @Nullable ValueTest number(YamlNode.Scalar value, NumberTest.Comparison comparison) {
        BigDecimal number = value.plain() ? NumberTest.parse(value.text()) : null;
        return number == null
                ? fault(value, "'" + value.text() + "' is not a number")
                : NumberTest.of(comparison, number);
    }

    private @Nullable ValueTest fault(YamlNode.Scalar value, String text) {
        faults.add(value.line(), "field '" + field + "': " + text);
        return null;
    }
}
