package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.query.FieldNames;

/** Reads named searches and the condition that puts them together: the detection of a rule, and what a filter holds. */
final class DetectionReader {

    private static final Set<String> NO_SEARCHES = Set.of("condition", "timeframe");

    private final FieldNames names;
    private final Placeholders placeholders;
    private final Faults faults;
    private final Faults warnings;

    DetectionReader(FieldNames names, Placeholders placeholders, Faults faults, Faults warnings) {
        this.names = names;
        this.placeholders = placeholders;
        this.faults = faults;
        this.warnings = warnings;
    }

    /**
     * What a map of searches says. Where it is faulty the result stands for nothing, and there is a fault.
     *
     * @param more keys that are no searches, besides the condition
     */
    Expression read(YamlNode.Mapping detection, LogSource source, Set<String> more) {
        DetectionCompiler compiler = new DetectionCompiler(names, placeholders, source, faults, warnings);
        Map<String, Expression> searches = new LinkedHashMap<>();
        for (YamlNode.Entry entry : detection.entries()) {
            if (entry.key().equals("timeframe")) {
                warnings.add(entry.line(), "'timeframe' means nothing: it was replaced by correlation rules");
            } else if (!NO_SEARCHES.contains(entry.key()) && !more.contains(entry.key())) {
                searches.putIfAbsent(entry.key(), compiler.search(entry.key(), entry.value()));
            }
        }
        if (searches.isEmpty()) {
            faults.add(detection.line(), "the detection has no search");
        }
        return condition(detection, new ConditionParser(searches, faults, warnings));
    }

    /** One condition, or several of which one has to hold. */
    private Expression condition(YamlNode.Mapping detection, ConditionParser parser) {
        YamlNode node = detection.get("condition");
        List<YamlNode> conditions = switch (node) {
            case YamlNode.Sequence list -> list.items();
            case YamlNode.Scalar scalar when !scalar.isNull() -> List.of(scalar);
            case null, default -> List.of();
        };
        if (conditions.isEmpty()) {
            faults.add(node == null ? detection.line() : node.line(), "the condition is missing");
        }
        List<Expression> parts = new ArrayList<>();
        for (YamlNode each : conditions) {
            if (each instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                parts.add(parser.parse(scalar.text(), scalar.line()));
            } else {
                faults.add(each.line(), "a condition has to be a text");
            }
        }
        return Expression.or(parts);
    }
}
