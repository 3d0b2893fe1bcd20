package org.rpcscope.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.query.ValueTest;

/** Makes one value of an item the test that it stands for under the item's modifiers. */
final class ValueCompiler {

    private final Modifiers modifiers;
    private final String field;
    private final Placeholders placeholders;
    private final Faults faults;

    /** @param field as written, empty for keywords */
    ValueCompiler(Modifiers modifiers, String field, Placeholders placeholders, Faults faults) {
        this.modifiers = modifiers;
        this.field = field;
        this.placeholders = placeholders;
        this.faults = faults;
    }

    /** The test, or null when the value cannot be meant; then a fault says why. */
    @Nullable
    ValueTest test(YamlNode.Scalar value) {
        Modifier comparison = modifiers.comparison();
        if (value.isNull()) {
            return comparison == null && !hasTextModifier() && !isKeyword()
                    ? new NullTest()
                    : fault(value, "null cannot be compared like a text or a number");
        }
        if (comparison == null) {
            return hasTextModifier() || isKeyword() ? text(value) : plain(value);
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
            default -> timePart(value, TimePartTest.Part.valueOf(comparison.name()));
        };
    }

    private boolean isKeyword() {
        return field.isEmpty();
    }

    private boolean hasTextModifier() {
        return modifiers.has(Modifier.CASED)
                || modifiers.has(Modifier.WINDASH)
                || modifiers.has(Modifier.EXPAND)
                || modifiers.first(Modifier.Kind.ENCODING) != null
                || modifiers.first(Modifier.Kind.BASE64) != null;
    }

    /** A value without modifiers: numbers by their value, all else as text. */
    private static ValueTest plain(YamlNode.Scalar value) {
        Number number = value.plain() ? NumberTest.parse(value.text()) : null;
        if (number != null) {
            return NumberTest.of(NumberTest.Comparison.EQUAL, number);
        }
        return TextTest.of(Glob.parse(value.text()), false);
    }

    private @Nullable ValueTest text(YamlNode.Scalar value) {
        try {
            return new TextCompiler(modifiers, placeholders, isKeyword()).test(value.text());
        } catch (TextCompiler.Unfit e) {
            return fault(value, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ValueTest regex(YamlNode.Scalar value) {
        List<String> regexes = List.of(value.text());
        if (modifiers.has(Modifier.EXPAND)) {
            try {
                regexes = placeholders.expand(
                        value.text(),
                        piece -> piece,
                        text -> Glob.parse(text).regex(),
                        parts -> String.join("", parts));
            } catch (Placeholders.Unresolved e) {
                return fault(value, String.valueOf(e.getMessage()));
            }
        }
        List<ValueTest> tests = new ArrayList<>();
        for (String regex : regexes) {
            ValueTest test = regex(value, regex);
            if (test == null) {
                return null;
            }
            tests.add(test);
        }
        return AnyTest.of(tests);
    }

    private @Nullable ValueTest regex(YamlNode.Scalar value, String written) {
        String objection = RegexGuard.objection(written, modifiers.has(Modifier.I));
        if (objection != null) {
            return fault(value, objection);
        }
        String regex = written;
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
        Number number = value.plain() ? NumberTest.parse(value.text()) : null;
        return number == null
                ? fault(value, "'" + value.text() + "' is not a number")
                : NumberTest.of(comparison, number);
    }

    private @Nullable ValueTest timePart(YamlNode.Scalar value, TimePartTest.Part part) {
        Number number = value.plain() ? NumberTest.parse(value.text()) : null;
        if (number == null) {
            return fault(value, "'" + value.text() + "' is not a number");
        }
        Long whole = Witnesses.whole(number);
        return whole == null
                ? fault(value, "'" + value.text() + "' is not a whole number")
                : new TimePartTest(part, whole);
    }

    private @Nullable ValueTest fault(YamlNode.Scalar value, String text) {
        faults.add(value.line(), (isKeyword() ? "keyword: " : "field '" + field + "': ") + text);
        return null;
    }
}
