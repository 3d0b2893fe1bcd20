package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.FieldNames;
import org.rpcscope.query.ValueTest;

/** Makes the searches of a detection expressions (Sigma 2.1, "Detection"). */
final class DetectionCompiler {

    private final FieldNames names;
    private final Placeholders placeholders;
    private final LogSource source;
    private final Faults faults;
    private final Faults warnings;
    private int questions;
    private boolean tooLarge;

    DetectionCompiler(FieldNames names, Placeholders placeholders, LogSource source, Faults faults, Faults warnings) {
        this.names = names;
        this.placeholders = placeholders;
        this.source = source;
        this.faults = faults;
        this.warnings = warnings;
    }

    /**
     * What a search says. Where it is faulty the result stands for nothing: the faults that were added make sure that the
     * rule is not used.
     */
    Expression search(String name, YamlNode value) {
        return switch (value) {
            case YamlNode.Mapping mapping -> items(name, mapping);
            case YamlNode.Sequence sequence -> alternatives(name, sequence);
            case YamlNode.Scalar scalar -> keyword(name, scalar);
        };
    }

    private Expression items(String name, YamlNode.Mapping mapping) {
        List<Expression> parts = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            parts.add(item(entry));
        }
        if (parts.isEmpty()) {
            faults.add(mapping.line(), "the search '" + name + "' is empty");
        }
        return Expression.and(parts);
    }

    private Expression alternatives(String name, YamlNode.Sequence sequence) {
        List<Expression> parts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            switch (item) {
                case YamlNode.Mapping mapping -> parts.add(items(name, mapping));
                case YamlNode.Scalar scalar -> parts.add(keyword(name, scalar));
                case YamlNode.Sequence nested ->
                    faults.add(nested.line(), "the search '" + name + "' has a list within a list");
            }
        }
        if (sequence.items().isEmpty()) {
            faults.add(sequence.line(), "the search '" + name + "' is empty");
        }
        return Expression.or(parts);
    }

    /** A text that stands alone is looked for in every field. */
    private Expression keyword(String name, YamlNode.Scalar scalar) {
        if (scalar.isNull()) {
            faults.add(scalar.line(), "the search '" + name + "' is empty");
        }
        Modifiers none = new Modifiers(List.of());
        ValueTest test = scalar.isNull() ? null : new ValueCompiler(none, "", placeholders, faults).test(scalar);
        return test == null ? new Expression.Always(false) : new Expression.AnyField(test);
    }

    private Expression item(YamlNode.Entry entry) {
        List<String> words = List.of(entry.key().split("\\|", -1));
        String field = words.getFirst();
        Modifiers modifiers = Modifiers.read(words.subList(1, words.size()), entry.line(), faults);
        if (field.equals("<<")) {
            faults.add(entry.line(), "merging with '<<' is not part of YAML 1.2");
        } else if (field.isEmpty()) {
            modifiers.checkKeyword(entry.line(), faults);
        }
        if (modifiers.has(Modifier.BASE64OFFSET) && !modifiers.has(Modifier.CONTAINS) && !field.isEmpty()) {
            warnings.add(entry.line(), "'base64offset' without 'contains' finds only whole values");
        }
        if (modifiers.has(Modifier.RE) && modifiers.combinesComparisons()) {
            warnings.add(entry.line(), "'re' finds a part of the value by itself, and says where with '^' and '$'");
        }
        boolean several =
                entry.value() instanceof YamlNode.Sequence list && list.items().size() > 1;
        if (modifiers.has(Modifier.ALL) && !several) {
            faults.add(entry.line(), subject(field) + "the modifier 'all' wants several values");
        }
        List<Expression> parts = parts(entry, field, modifiers);
        if (parts.isEmpty()) {
            return new Expression.Always(false);
        }
        Expression joined = modifiers.has(Modifier.ALL) ? Expression.and(parts) : Expression.or(parts);
        return modifiers.has(Modifier.NEQ) ? new Expression.Not(joined) : joined;
    }

    private List<Expression> parts(YamlNode.Entry entry, String field, Modifiers modifiers) {
        if (modifiers.has(Modifier.FIELDREF)) {
            return pairs(entry, field, modifiers);
        }
        List<ValueTest> tests = tests(entry, field, modifiers);
        boolean apart = modifiers.has(Modifier.ALL) || tests.isEmpty(); // each answer is wanted: each is a question
        List<ValueTest> questions = apart ? tests : List.of(AnyTest.of(tests));
        return questions.stream()
                .map(test -> field.isEmpty()
                        ? new Expression.AnyField(test)
                        : (Expression) new Expression.Item(nativeName(field), test))
                .toList();
    }

    private List<Expression> pairs(YamlNode.Entry entry, String field, Modifiers modifiers) {
        List<YamlNode> values = entry.value() instanceof YamlNode.Sequence list ? list.items() : List.of(entry.value());
        List<Expression> pairs = new ArrayList<>();
        for (YamlNode value : values) {
            String other = value instanceof YamlNode.Scalar scalar && !scalar.isNull()
                    ? Glob.parse(scalar.text()).literalText()
                    : null;
            if (other == null || other.isEmpty()) {
                faults.add(value.line(), subject(field) + "the modifier 'fieldref' wants the name of a field");
            } else if (FieldNames.isZone(nativeName(field)) || FieldNames.isZone(nativeName(other))) {
                faults.add(value.line(), subject(field) + "zones cannot be compared with other fields");
            } else {
                pairs.add(new Expression.FieldPair(
                        nativeName(field), nativeName(other), modifiers.relation(), modifiers.has(Modifier.CASED)));
            }
        }
        return pairs;
    }

    private static String subject(String field) {
        return field.isEmpty() ? "keyword: " : "field '" + field + "': ";
    }

    private List<ValueTest> tests(YamlNode.Entry entry, String field, Modifiers modifiers) {
        ValueCompiler compiler = new ValueCompiler(modifiers, field, placeholders, faults);
        List<ValueTest> tests = new ArrayList<>();
        switch (entry.value()) {
            case YamlNode.Scalar scalar -> add(tests, tooLarge ? null : counted(compiler.test(scalar), scalar.line()));
            case YamlNode.Mapping mapping -> faults.add(mapping.line(), subject(field) + "a map is not a value");
            case YamlNode.Sequence sequence -> {
                if (sequence.items().isEmpty()) {
                    add(tests, compiler.test(new YamlNode.Scalar("", true, sequence.line())));
                }
                for (YamlNode item : sequence.items()) {
                    add(tests, listed(item, field, modifiers, compiler));
                }
            }
        }
        return tests;
    }

    private @Nullable ValueTest listed(YamlNode item, String field, Modifiers modifiers, ValueCompiler compiler) {
        if (!(item instanceof YamlNode.Scalar scalar)) {
            faults.add(item.line(), subject(field) + "a list holds texts, numbers and booleans only");
            return null;
        }
        if (scalar.isNull()) {
            faults.add(item.line(), subject(field) + "null cannot be in a list");
            return null;
        }
        if (modifiers.has(Modifier.EXISTS)) {
            faults.add(item.line(), subject(field) + "the modifier 'exists' wants true or false");
            return null;
        }
        return tooLarge ? null : counted(compiler.test(scalar), scalar.line());
    }

    private static void add(List<ValueTest> tests, @Nullable ValueTest test) {
        if (test != null) {
            tests.add(test);
        }
    }

    /** Counts the texts of a value, and refuses what placeholders, dashes and encodings make of the rule. */
    private @Nullable ValueTest counted(@Nullable ValueTest test, int line) {
        questions += test instanceof AnyTest(List<ValueTest> tests) ? tests.size() : 1;
        if (questions > ConditionParser.MAX_ITEMS && !tooLarge) {
            tooLarge = true;
            faults.add(line, "the rule stands for more than " + ConditionParser.MAX_ITEMS + " values");
        }
        return tooLarge ? null : test;
    }

    private String nativeName(String field) {
        return names.nativeName(source.category(), source.product(), source.service(), field);
    }
}
