package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.FieldNames;
import org.rpcscope.query.ValueTest;

/** Makes the searches of a detection expressions (Sigma 2.1, "Detection"). */
final class DetectionCompiler {

    private final FieldNames names;
    private final LogSource source;
    private final Faults faults;
    private final Faults warnings;

    DetectionCompiler(FieldNames names, LogSource source, Faults faults, Faults warnings) {
        this.names = names;
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

    private Expression keyword(String name, YamlNode.Scalar scalar) {
        faults.add(
                scalar.line(),
                scalar.isNull()
                        ? "the search '" + name + "' is empty"
                        : "the search '" + name + "' has keywords, which are not supported yet");
        return new Expression.Always(false);
    }

    private Expression item(YamlNode.Entry entry) {
        List<String> words = List.of(entry.key().split("\\|", -1));
        String field = words.getFirst();
        Modifiers modifiers = Modifiers.read(words.subList(1, words.size()), entry.line(), faults);
        if (field.isEmpty() || field.equals("<<")) {
            faults.add(
                    entry.line(),
                    field.isEmpty()
                            ? "keywords ('" + entry.key() + "') are not supported yet"
                            : "merging with '<<' is not part of YAML 1.2");
        }
        if (modifiers.has(Modifier.BASE64OFFSET) && !modifiers.has(Modifier.CONTAINS)) {
            warnings.add(entry.line(), "'base64offset' without 'contains' finds only whole values");
        }
        List<ValueTest> tests = tests(entry, field, modifiers);
        boolean several =
                entry.value() instanceof YamlNode.Sequence list && list.items().size() > 1;
        if (modifiers.has(Modifier.ALL) && !several) {
            faults.add(entry.line(), "field '" + field + "': the modifier 'all' wants several values");
        }
        return tests.isEmpty() ? new Expression.Always(false) : joined(nativeName(field), tests, modifiers);
    }

    private List<ValueTest> tests(YamlNode.Entry entry, String field, Modifiers modifiers) {
        ValueCompiler compiler = new ValueCompiler(modifiers, field, faults);
        List<ValueTest> tests = new ArrayList<>();
        switch (entry.value()) {
            case YamlNode.Scalar scalar -> add(tests, compiler.test(scalar));
            case YamlNode.Mapping mapping -> faults.add(mapping.line(), "field '" + field + "': a map is not a value");
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
            faults.add(item.line(), "field '" + field + "': a list holds texts, numbers and booleans only");
            return null;
        }
        if (scalar.isNull()) {
            faults.add(item.line(), "field '" + field + "': null cannot be in a list");
            return null;
        }
        if (modifiers.has(Modifier.EXISTS)) {
            faults.add(item.line(), "field '" + field + "': the modifier 'exists' wants true or false");
            return null;
        }
        return compiler.test(scalar);
    }

    private static void add(List<ValueTest> tests, @Nullable ValueTest test) {
        if (test != null) {
            tests.add(test);
        }
    }

    /** A list is one question about the value, unless all of its answers are wanted: then each is a question. */
    private static Expression joined(String field, List<ValueTest> tests, Modifiers modifiers) {
        Expression joined = modifiers.has(Modifier.ALL)
                ? Expression.and(tests.stream()
                        .map(test -> (Expression) new Expression.Item(field, test))
                        .toList())
                : new Expression.Item(field, AnyTest.of(tests));
        return modifiers.has(Modifier.NEQ) ? new Expression.Not(joined) : joined;
    }

    private String nativeName(String field) {
        return names.nativeName(source.category(), source.product(), source.service(), field);
    }
}
