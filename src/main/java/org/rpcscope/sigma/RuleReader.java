package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.query.FieldNames;

/**
 * Reads Sigma rules (specification 2.1) from YAML. A rule that cannot be honoured exactly is rejected with all of its
 * faults; keys that mean nothing to it are kept in the rule's text. Never throws on what it reads.
 */
public final class RuleReader {

    private final FieldNames names;

    /** @param names what the fields of sessions are called in the log sources of rules */
    public RuleReader(FieldNames names) {
        this.names = names;
    }

    /**
     * Reads every document of a text. Where it stops being YAML the rest is one rejected rule.
     *
     * @param file what the text is called, for people
     */
    public RuleFile read(String file, String yaml) {
        YamlFile documents = YamlReader.read(yaml);
        List<Rule> rules = new ArrayList<>();
        List<RejectedRule> rejected = new ArrayList<>();
        Faults warnings = new Faults();
        for (YamlFile.Document document : documents.documents()) {
            if (!isNothing(document.root())) {
                read(file, document, rules, rejected, warnings);
            }
        }
        if (documents.fault() != null) {
            int line = documents.fault().line();
            rejected.add(
                    new RejectedRule(file, line, "", List.of(documents.fault().toString())));
        }
        return new RuleFile(List.copyOf(rules), List.copyOf(rejected), warnings.lines());
    }

    private static boolean isNothing(YamlNode root) {
        return root instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    private void read(
            String file, YamlFile.Document document, List<Rule> rules, List<RejectedRule> rejected, Faults warnings) {
        Faults faults = new Faults();
        faults.addAll(document.faults());
        if (!(document.root() instanceof YamlNode.Mapping mapping)) {
            faults.add(document.root().line(), "a rule has to be a map");
            rejected.add(new RejectedRule(file, document.line(), "", faults.lines()));
            return;
        }
        MetadataReader metadata = new MetadataReader(mapping, faults);
        Faults ownWarnings = new Faults();
        if (isRule(mapping, faults)) {
            RuleInfo info = metadata.info(file, document.text());
            LogSource source = metadata.logSource();
            Expression expression = detection(mapping, source, faults, ownWarnings);
            if (faults.isEmpty()) {
                rules.add(new Rule(info, source, expression));
                warnings.addAll(ownWarnings);
                return;
            }
        }
        rejected.add(new RejectedRule(file, document.line(), metadata.title(), faults.lines()));
    }

    private static boolean isRule(YamlNode.Mapping mapping, Faults faults) {
        YamlNode.Entry correlation = mapping.entry("correlation");
        YamlNode.Entry filter = mapping.entry("filter");
        YamlNode.Entry action = mapping.entry("action");
        if (correlation != null) {
            faults.add(correlation.line(), "correlation rules are not supported yet");
        } else if (filter != null) {
            faults.add(filter.line(), "filters are not supported yet");
        } else if (action != null) {
            faults.add(action.line(), "'action' was removed from Sigma: write each rule whole");
        }
        return correlation == null && filter == null && action == null;
    }

    private Expression detection(YamlNode.Mapping rule, LogSource source, Faults faults, Faults warnings) {
        YamlNode node = rule.get("detection");
        if (!(node instanceof YamlNode.Mapping detection)) {
            faults.add(
                    node == null ? rule.line() : node.line(),
                    node == null ? "the detection is missing" : "the detection has to be a map");
            return new Expression.Always(false);
        }
        DetectionCompiler compiler = new DetectionCompiler(names, source, faults, warnings);
        Map<String, Expression> searches = new LinkedHashMap<>();
        for (YamlNode.Entry entry : detection.entries()) {
            switch (entry.key()) {
                case "condition" -> {}
                case "timeframe" -> faults.add(entry.line(), "'timeframe' was replaced by correlation rules");
                default -> searches.putIfAbsent(entry.key(), compiler.search(entry.key(), entry.value()));
            }
        }
        if (searches.isEmpty()) {
            faults.add(detection.line(), "the detection has no search");
        }
        return condition(detection, new ConditionParser(searches, faults, warnings), faults);
    }

    /** One condition, or several of which one has to hold. */
    private static Expression condition(YamlNode.Mapping detection, ConditionParser parser, Faults faults) {
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
