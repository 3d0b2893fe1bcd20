package org.rpcscope.sigma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a filter holds. */
final class FilterReader {

    private final DetectionReader detections;
    private final Faults faults;
    private final Faults warnings;

    FilterReader(DetectionReader detections, Faults faults, Faults warnings) {
        this.detections = detections;
        this.faults = faults;
        this.warnings = warnings;
    }

    FilterRule read(MetadataReader metadata, RuleInfo info, int line, YamlNode.Entry entry) {
        LogSource source = metadata.logSource();
        LocalDate expires = metadata.day("expires");
        if (!(entry.value() instanceof YamlNode.Mapping filter)) {
            faults.add(entry.value().line(), "the filter has to be a map");
            return new FilterRule(info, line, source, List.of(), new Expression.Always(true), expires);
        }
        List<String> rules = rules(filter);
        Expression expression = detections.read(filter, source, Set.of("rules"));
        if (!negates(expression)) {
            warnings.add(filter.line(), "the filter's condition has no 'not': it keeps only what it describes");
        }
        return new FilterRule(info, line, source, rules, expression, expires);
    }

    /** The rules that are named; none stands for all, as the word "any" and an empty list do. */
    private List<String> rules(YamlNode.Mapping filter) {
        YamlNode node = filter.get("rules");
        List<String> rules = new ArrayList<>();
        switch (node) {
            case YamlNode.Scalar scalar when scalar.text().equals("any") -> {}
            case YamlNode.Scalar scalar when !scalar.isNull() -> rules.add(scalar.text());
            case YamlNode.Sequence list -> {
                for (YamlNode item : list.items()) {
                    if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                        rules.add(scalar.text());
                    } else {
                        faults.add(item.line(), "a filter names rules by their id or name");
                    }
                }
            }
            case null -> faults.add(filter.line(), "the filter does not say which rules it is about");
            default -> faults.add(node.line(), "a filter names rules by their id or name");
        }
        return rules;
    }

    private static boolean negates(Expression expression) {
        return switch (expression) {
            case Expression.Not _ -> true;
            case Expression.And(List<Expression> parts) -> parts.stream().anyMatch(FilterReader::negates);
            case Expression.Or(List<Expression> parts) -> parts.stream().anyMatch(FilterReader::negates);
            case Expression.Search _,
                    Expression.Item _,
                    Expression.AnyField _,
                    Expression.FieldPair _,
                    Expression.SomeOperation _,
                    Expression.Always _ -> false;
        };
    }
}
