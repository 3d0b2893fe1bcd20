package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a correlation rule holds (Sigma 2.1, "Correlation rules"). */
final class CorrelationReader {

    private static final Set<String> KEYS =
            Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");
    private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,9})([smhdwMy])");
    /** More rules than anyone correlates; the order of so many is found by trying. */
    private static final int MAX_RULES = 64;

    private final Faults faults;
    private final Faults warnings;

    CorrelationReader(Faults faults, Faults warnings) {
        this.faults = faults;
        this.warnings = warnings;
    }

    /**
     * What it says; where it is faulty, something that stands for nothing, and a fault.
     *
     * @param line where the document starts
     */
    CorrelationRule read(RuleInfo info, int line, YamlNode.Entry entry) {
        YamlNode.Mapping map = entry.value() instanceof YamlNode.Mapping mapping
                ? mapping
                : new YamlNode.Mapping(List.of(), entry.line());
        for (YamlNode.Entry each : map.entries()) {
            if (!KEYS.contains(each.key())) {
                faults.add(each.line(), "a correlation has no '" + each.key() + "'");
            }
        }
        CorrelationType type = type(map);
        List<String> rules = texts(map, "rules");
        if (rules.isEmpty()) {
            faults.add(map.line(), "the correlation names no rules");
        } else if (rules.size() > MAX_RULES) {
            faults.add(map.line(), "the correlation names more than " + MAX_RULES + " rules");
        }
        if (map.entry("group-by") == null) {
            warnings.add(map.line(), "the correlation has no 'group-by': all events are one group");
        }
        Demand demand = new DemandReader(type, rules, faults).read(map);
        return new CorrelationRule(
                info,
                line,
                type,
                rules,
                texts(map, "group-by"),
                timespan(map),
                demand,
                aliases(map, rules),
                generate(map));
    }

    private CorrelationType type(YamlNode.Mapping map) {
        String label = text(map, "type");
        CorrelationType type = CorrelationType.of(label);
        if (type == null) {
            faults.add(map.line(), label.isEmpty() ? "the type is missing" : "there is no type '" + label + "'");
            return CorrelationType.EVENT_COUNT;
        }
        return type;
    }

    private long timespan(YamlNode.Mapping map) {
        String text = text(map, "timespan");
        Matcher matcher = TIMESPAN.matcher(text);
        if (!matcher.matches()) {
            String what = text.isEmpty() ? "the timespan is missing" : "'" + text + "' is not a timespan";
            faults.add(map.line(), what);
            return 0;
        }
        long unit = switch (matcher.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            case "M" -> 2_629_746; // a twelfth of a year
            default -> 31_556_952; // the mean year of the Gregorian calendar
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    private Map<String, Map<String, String>> aliases(YamlNode.Mapping map, List<String> rules) {
        YamlNode node = map.get("aliases");
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping all) {
            for (YamlNode.Entry alias : all.entries()) {
                aliases.put(alias.key(), alias(alias, rules));
            }
        } else if (node != null) {
            faults.add(node.line(), "the aliases have to be a map");
        }
        return Map.copyOf(aliases);
    }

    private Map<String, String> alias(YamlNode.Entry alias, List<String> rules) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<YamlNode.Entry> entries =
                alias.value() instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
        for (YamlNode.Entry entry : entries) {
            if (!rules.contains(entry.key())) {
                faults.add(
                        entry.line(),
                        "the alias '" + alias.key() + "' is for '" + entry.key()
                                + "', which the correlation does not name");
            } else if (entry.value() instanceof YamlNode.Scalar field && !field.isNull()) {
                fields.put(entry.key(), field.text());
            } else {
                faults.add(entry.line(), "the alias '" + alias.key() + "' wants the name of a field");
            }
        }
        if (entries.isEmpty()) {
            faults.add(alias.line(), "the alias '" + alias.key() + "' has to be a map");
        }
        return Map.copyOf(fields);
    }

    private boolean generate(YamlNode.Mapping map) {
        YamlNode node = map.get("generate");
        Boolean value = node instanceof YamlNode.Scalar scalar ? scalar.asBoolean() : null;
        if (node != null && value == null) {
            faults.add(node.line(), "'generate' wants true or false");
        }
        return value != null && value;
    }

    private String text(YamlNode.Mapping map, String key) {
        YamlNode value = map.get(key);
        if (value == null || value instanceof YamlNode.Scalar) {
            return value instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
        }
        faults.add(value.line(), "'" + key + "' has to be a text");
        return "";
    }

    private List<String> texts(YamlNode.Mapping map, String key) {
        return texts(map.get(key), "'" + key + "' has to be a list of texts", faults);
    }

    /** The texts of a list, or the one text that stands in its place. */
    static List<String> texts(@Nullable YamlNode node, String fault, Faults faults) {
        List<YamlNode> items = switch (node) {
            case null -> List.of();
            case YamlNode.Sequence list -> list.items();
            default -> List.of(node);
        };
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                texts.add(scalar.text());
            } else {
                faults.add(item.line(), fault);
            }
        }
        return List.copyOf(texts);
    }

    /** The operator with the word, or null. */
    static Demand.@Nullable Comparison comparison(String word) {
        for (Demand.Comparison comparison : Demand.Comparison.values()) {
            if (comparison.name().toLowerCase(Locale.ROOT).equals(word)) {
                return comparison;
            }
        }
        return null;
    }

    /** The number that a value is, or null. */
    static @Nullable Number number(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.plain() ? NumberTest.parse(scalar.text()) : null;
    }
}
