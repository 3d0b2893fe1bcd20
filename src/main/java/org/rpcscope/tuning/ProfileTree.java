package org.rpcscope.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a profile out of a JSON tree and gathers everything that is wrong with it. */
final class ProfileTree {

    /** After so many faults the text is something else than a profile, and more sentences help nobody. */
    private static final int FAULTS = 20;

    private static final Set<String> FIELDS = Set.of(
            "version", "internal", "external", "partner", "dismissed", "rules", "weights", "exceptions", "thresholds");
    private static final Set<String> ENTRY_FIELDS = Set.of("cidr", "enabled", "comment", "owner");
    private static final Set<String> DISMISSAL_FIELDS = Set.of("list", "cidr", "note");

    private static final Set<String> EXCEPTION_FIELDS = Set.of("yaml", "enabled");

    private final List<String> faults = new ArrayList<>();

    private ProfileTree() {}

    static ProfileFile.Read read(JsonNode root) {
        return new ProfileTree().profile(root);
    }

    private ProfileFile.Read profile(JsonNode root) {
        if (!root.isObject()) {
            return new ProfileFile.Faulty(List.of("a profile is a JSON object"));
        }
        JsonNode version = root.path("version");
        if (!version.isInt() || version.intValue() < 1 || version.intValue() > ProfileFile.VERSION) {
            String found = version.isMissingNode() ? "the version is missing" : "version " + version + " is unknown";
            return new ProfileFile.Faulty(
                    List.of(found + ": this program reads versions up to " + ProfileFile.VERSION));
        }
        unknownFields("", root, FIELDS);
        Profile profile = new Profile(
                entries("internal", root.get("internal")),
                entries("external", root.get("external")),
                root.has("partner") ? entries("partner", root.get("partner")) : List.of(),
                dismissed(root.get("dismissed")),
                rules(root.get("rules")),
                weights(root.get("weights")),
                exceptions(root.get("exceptions")),
                thresholds(root.get("thresholds")));
        return faults.isEmpty() ? new ProfileFile.Valid(profile) : new ProfileFile.Faulty(List.copyOf(faults));
    }

    private List<NetworkEntry> entries(String list, @Nullable JsonNode node) {
        List<NetworkEntry> entries = new ArrayList<>();
        if (node == null || !node.isArray()) {
            fault(list + (node == null ? " is missing: it is an array" : " is not an array"));
            return entries;
        }
        for (int i = 0; i < node.size(); i++) {
            String where = list + "[" + i + "]";
            JsonNode entry = node.get(i);
            if (!entry.isObject()) {
                fault(where + " is not an object");
                continue;
            }
            unknownFields(where + ".", entry, ENTRY_FIELDS);
            if (!entry.path("cidr").isTextual()) {
                fault(where + ".cidr is not a text");
            }
            boolean enabled = enabled(where, entry);
            entries.add(new NetworkEntry(
                    entry.path("cidr").asText(""),
                    enabled,
                    text(where, entry, "comment"),
                    text(where, entry, "owner")));
        }
        return entries;
    }

    /** An array that may be left out: profiles had none at first. */
    private List<ExceptionEntry> exceptions(@Nullable JsonNode node) {
        List<ExceptionEntry> entries = new ArrayList<>();
        if (node != null && !node.isArray()) {
            fault("exceptions is not an array");
            return entries;
        }
        for (int i = 0; node != null && i < node.size(); i++) {
            String where = "exceptions[" + i + "]";
            JsonNode entry = node.get(i);
            if (!entry.isObject()) {
                fault(where + " is not an object");
                continue;
            }
            unknownFields(where + ".", entry, EXCEPTION_FIELDS);
            if (!entry.path("yaml").isTextual()) {
                fault(where + ".yaml is not a text");
            }
            entries.add(new ExceptionEntry(entry.path("yaml").asText(""), enabled(where, entry)));
        }
        return entries;
    }

    /** The switch of a line, which is on where it is left out. */
    private boolean enabled(String where, JsonNode entry) {
        JsonNode enabled = entry.get("enabled");
        if (enabled != null && !enabled.isBoolean()) {
            fault(where + ".enabled is neither true nor false");
        }
        return enabled == null || enabled.asBoolean(true);
    }

    private List<Dismissal> dismissed(@Nullable JsonNode node) {
        List<Dismissal> dismissed = new ArrayList<>();
        if (node != null && !node.isArray()) {
            fault("dismissed is not an array");
        }
        for (int i = 0; node != null && i < node.size(); i++) {
            String where = "dismissed[" + i + "]";
            JsonNode each = node.get(i);
            if (each.isObject()
                    && each.path("list").isTextual()
                    && each.path("cidr").isTextual()) {
                unknownFields(where + ".", each, DISMISSAL_FIELDS);
                dismissed.add(new Dismissal(
                        each.get("list").textValue(), each.get("cidr").textValue(), text(where, each, "note")));
            } else {
                fault(where + " is not an object with a list and a cidr");
            }
        }
        return dismissed;
    }

    /** A text that may be left out. */
    private String text(String where, JsonNode object, String field) {
        if (object.has(field) && !object.get(field).isTextual()) {
            fault(where + "." + field + " is not a text");
        }
        return object.path(field).asText("");
    }

    private Map<String, Boolean> rules(@Nullable JsonNode node) {
        Map<String, Boolean> rules = new TreeMap<>();
        for (Map.Entry<String, JsonNode> rule : fields("rules", node)) {
            if (rule.getValue().isBoolean()) {
                rules.put(rule.getKey(), rule.getValue().booleanValue());
            } else {
                fault("rules." + rule.getKey() + " is neither true nor false");
            }
        }
        return rules;
    }

    private Weights weights(@Nullable JsonNode node) {
        Map<Weight, Integer> points = new EnumMap<>(Weight.class);
        for (Map.Entry<String, JsonNode> field : fields("weights", node)) {
            Weight weight = Weight.of(field.getKey());
            JsonNode value = field.getValue();
            if (weight == null) {
                fault("the field \"weights." + field.getKey() + "\" is unknown");
            } else if (!value.isInt() || Math.abs((long) value.intValue()) > Weights.MOST) {
                fault("weights." + field.getKey() + " is not a whole number from -" + Weights.MOST + " to "
                        + Weights.MOST);
            } else {
                points.put(weight, value.intValue());
            }
        }
        return new Weights(points);
    }

    private Thresholds thresholds(@Nullable JsonNode node) {
        Map<Threshold, Long> bounds = new EnumMap<>(Threshold.class);
        for (Map.Entry<String, JsonNode> field : fields("thresholds", node)) {
            Threshold threshold = Threshold.of(field.getKey());
            JsonNode value = field.getValue();
            if (threshold == null) {
                fault("the field \"thresholds." + field.getKey() + "\" is unknown");
            } else if (!value.canConvertToLong()
                    || !value.isIntegralNumber()
                    || value.longValue() < 1
                    || value.longValue() > Thresholds.MOST) {
                fault("thresholds." + field.getKey() + " is not a whole number from 1 to " + Thresholds.MOST);
            } else {
                bounds.put(threshold, value.longValue());
            }
        }
        return new Thresholds(bounds);
    }

    /** The fields of an object that may be left out. */
    private Set<Map.Entry<String, JsonNode>> fields(String name, @Nullable JsonNode node) {
        if (node != null && !node.isObject()) {
            fault(name + " is not an object");
        }
        return node == null ? Set.of() : node.properties();
    }

    private void unknownFields(String prefix, JsonNode object, Set<String> known) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                fault("the field \"" + prefix + field.getKey() + "\" is unknown");
            }
        }
    }

    private void fault(String sentence) {
        if (faults.size() < FAULTS) {
            faults.add(sentence);
        }
    }
}
