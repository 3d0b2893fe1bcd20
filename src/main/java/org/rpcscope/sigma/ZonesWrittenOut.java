package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Standing;
import org.rpcscope.query.FieldNames;

/**
 * Writes rules that name zones with the networks in them, for engines that know no zones: {@code network.direction: outbound}
 * becomes searches of networks and a condition over them. Everything else of the rule stays as it is written.
 */
public final class ZonesWrittenOut {

    private static final FieldNames NAMES = FieldNames.load();
    private static final String DETECTION = "detection:";

    private final Rule rule;
    private final Networks networks;
    private final Map<String, YamlNode> searches = new LinkedHashMap<>();
    private final Map<String, String> zoned = new LinkedHashMap<>(); // the conditions that stand for searches
    private final Map<String, String> lists = new LinkedHashMap<>(); // searches of networks by their names
    private final Set<String> taken = new HashSet<>();

    private ZonesWrittenOut(Rule rule, Networks networks) {
        this.rule = rule;
        this.networks = networks;
    }

    /** What became of a rule. */
    public sealed interface Result {}

    /** The text of a rule that says the same about addresses. */
    public record Written(String yaml) implements Result {}

    /** Why a rule cannot be written so. */
    public record Refused(String reason) implements Result {}

    /** Writes a rule under a boundary. */
    public static Result write(Rule rule, Networks networks) {
        return new ZonesWrittenOut(rule, networks).result();
    }

    private Result result() {
        String yaml = rule.info().yaml();
        YamlFile file = YamlReader.read(yaml);
        if (file.documents().size() != 1
                || !(file.documents().getFirst().root() instanceof YamlNode.Mapping root)
                || !(root.get("detection") instanceof YamlNode.Mapping detection)) {
            return new Refused("the text is more than one rule");
        }
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        int from = lines.indexOf(DETECTION);
        if (from < 0) {
            return new Refused("the detection does not stand on lines of its own");
        }
        int to = from + 1;
        while (to < lines.size()
                && (lines.get(to).isBlank() || " #-".indexOf(lines.get(to).charAt(0)) >= 0)) {
            to++;
        }
        for (YamlNode.Entry entry : detection.entries()) {
            taken.add(entry.key());
        }
        String condition;
        try {
            for (YamlNode.Entry entry : detection.entries()) {
                if (!entry.key().equals("condition") && !entry.key().equals("timeframe")) {
                    search(entry.key(), entry.value());
                }
            }
            condition = condition(
                    rule.expression() instanceof Expression.SomeOperation(Expression part) ? part : rule.expression(),
                    false);
        } catch (Inexpressible e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
        StringBuilder text = new StringBuilder();
        lines.subList(0, from + 1).forEach(line -> text.append(line).append('\n'));
        text.append(written(condition));
        lines.subList(to, lines.size()).forEach(line -> text.append(line).append('\n'));
        return new Written(text.toString());
    }

    private static final class Inexpressible extends Exception {
        Inexpressible(String message) {
            super(message, null, false, false);
        }
    }

    /** Takes the questions about zones out of a search, and keeps what is left. */
    private void search(String name, YamlNode node) throws Inexpressible {
        List<YamlNode> alternatives = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (alternatives.stream().noneMatch(this::namesZones)) {
            searches.put(name, node);
            return;
        }
        List<YamlNode> plain = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (YamlNode alternative : alternatives) {
            if (namesZones(alternative)) {
                parts.add(alternative(name, (YamlNode.Mapping) alternative));
            } else {
                plain.add(alternative);
            }
        }
        if (!plain.isEmpty()) {
            String rest = fresh(name + "_other");
            searches.put(rest, new YamlNode.Sequence(plain, node.line()));
            parts.add(rest);
        }
        zoned.put(name, parts.size() == 1 ? parts.getFirst() : "(" + String.join(" or ", parts) + ")");
    }

    private String alternative(String name, YamlNode.Mapping mapping) throws Inexpressible {
        List<Standing> absent = Arrays.stream(Standing.values())
                .filter(standing -> networks.cidrs(standing).isEmpty())
                .toList();
        ZoneTable table = ZoneTable.EVERYWHERE;
        List<YamlNode.Entry> rest = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (isZone(entry)) {
                table = table.and(ZoneTable.of(compiled(entry)));
            } else {
                rest.add(entry);
            }
        }
        table = table.without(absent);
        String zones;
        if (table.never()) {
            zones = nothing();
        } else if (table.always()) {
            zones = rest.isEmpty() ? "not " + nothing() : "";
        } else {
            String found = table.condition(
                    standing -> list("source", standing), standing -> list("destination", standing), absent);
            zones = "(" + found + ")";
        }
        if (rest.isEmpty()) {
            return zones;
        }
        String left = fresh(name + "_rest");
        searches.put(left, new YamlNode.Mapping(rest, mapping.line()));
        return zones.isEmpty() ? left : "(" + left + " and " + zones + ")";
    }

    private Expression compiled(YamlNode.Entry entry) throws Inexpressible {
        Faults faults = new Faults();
        Expression question = new DetectionCompiler(NAMES, Placeholders.NONE, rule.logSource(), faults, new Faults())
                .search("zone", new YamlNode.Mapping(List.of(entry), entry.line()));
        if (!faults.isEmpty() || question instanceof Expression.FieldPair) {
            throw new Inexpressible(entry.key() + " cannot be written as networks");
        }
        return question;
    }

    private boolean namesZones(YamlNode node) {
        return node instanceof YamlNode.Mapping mapping
                && mapping.entries().stream().anyMatch(this::isZone);
    }

    private boolean isZone(YamlNode.Entry entry) {
        int bar = entry.key().indexOf('|');
        String field = bar < 0 ? entry.key() : entry.key().substring(0, bar);
        LogSource source = rule.logSource();
        return FieldNames.isZone(NAMES.nativeName(source.category(), source.product(), source.service(), field));
    }

    /** The name of the search that says that an end is of a standing. */
    private String list(String end, Standing standing) {
        return lists.computeIfAbsent(end + '.' + standing, _ -> {
            String name = fresh(end + '_' + standing.name().toLowerCase(Locale.ROOT));
            List<YamlNode> cidrs = networks.cidrs(standing).stream()
                    .<YamlNode>map(cidr -> new YamlNode.Scalar(cidr.toString(), false, 1))
                    .toList();
            String field = field(end + ".ip");
            YamlNode.Entry entry = new YamlNode.Entry(field + "|cidr", 1, new YamlNode.Sequence(cidrs, 1));
            searches.put(name, new YamlNode.Mapping(List.of(entry), 1));
            return name;
        });
    }

    /** The name of a search that no session passes. */
    private String nothing() {
        return lists.computeIfAbsent("nothing", _ -> {
            String name = fresh("nothing");
            YamlNode.Entry entry = new YamlNode.Entry(field("source.ip"), 1, new YamlNode.Scalar("none", false, 1));
            searches.put(name, new YamlNode.Mapping(List.of(entry), 1));
            return name;
        });
    }

    private String field(String nativeName) {
        LogSource source = rule.logSource();
        return NAMES.nameIn(source.category(), source.product(), source.service(), nativeName);
    }

    private String fresh(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private String condition(Expression expression, boolean within) throws Inexpressible {
        return switch (expression) {
            case Expression.Search(String name, Expression _) -> named(name);
            case Expression.Not(Expression part) -> "not " + condition(part, true);
            case Expression.And(List<Expression> parts) -> joined(parts, " and ", within);
            case Expression.Or(List<Expression> parts) -> joined(parts, " or ", within);
            default -> throw new Inexpressible("the condition is not made of searches alone");
        };
    }

    private String named(String name) throws Inexpressible {
        String stands = zoned.get(name);
        if (stands == null && !searches.containsKey(name)) {
            throw new Inexpressible("the rule has an exception in it: '" + name + "'");
        }
        return stands == null ? name : stands.startsWith("not ") ? "(" + stands + ")" : stands;
    }

    private String joined(List<Expression> parts, String word, boolean within) throws Inexpressible {
        List<String> words = new ArrayList<>();
        for (Expression part : parts) {
            words.add(condition(part, true));
        }
        String all = String.join(word, words);
        return within ? "(" + all + ")" : all;
    }

    private String written(String condition) {
        YamlWriter writer = new YamlWriter();
        searches.forEach((name, node) -> writer.entry(4, name, node));
        return writer + "    condition: " + YamlWriter.quoted(condition) + "\n";
    }
}
