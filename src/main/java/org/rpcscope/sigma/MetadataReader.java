package org.rpcscope.sigma;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a rule says about itself and about its logs (Sigma 2.1, "Rules"). */
final class MetadataReader {

    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 65_535;

    private final YamlNode.Mapping rule;
    private final Faults faults;

    MetadataReader(YamlNode.Mapping rule, Faults faults) {
        this.rule = rule;
        this.faults = faults;
    }

    RuleInfo info(String file, String yaml) {
        String title = title();
        if (title.isBlank()
                && (rule.entry("correlation") == null || text("name").isEmpty())) {
            faults.add(rule.line(), "the title is missing");
        } else if (title.length() > LONGEST_TITLE) {
            faults.add(rule.line(), "the title is longer than " + LONGEST_TITLE + " characters");
        }
        String description = text("description");
        if (description.length() > LONGEST_DESCRIPTION) {
            faults.add(rule.line(), "the description is longer than " + LONGEST_DESCRIPTION + " characters");
        }
        return new RuleInfo(
                text("id").toLowerCase(Locale.ROOT),
                title.isBlank() ? text("name") : title,
                level(),
                String.join(", ", texts("author")),
                description,
                texts("tags"),
                texts("falsepositives"),
                texts("references"),
                text("status"),
                file,
                yaml,
                text("name"));
    }

    /** The title, or empty. */
    String title() {
        return rule.get("title") instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    LogSource logSource() {
        YamlNode node = rule.get("logsource");
        if (!(node instanceof YamlNode.Mapping mapping)) {
            faults.add(
                    node == null ? rule.line() : node.line(),
                    node == null ? "the logsource is missing" : "the logsource has to be a map");
            return new LogSource(null, null, null);
        }
        LogSource source = new LogSource(
                attribute(mapping, "category"), attribute(mapping, "product"), attribute(mapping, "service"));
        if (source.equals(new LogSource(null, null, null))) {
            faults.add(mapping.line(), "the logsource states no category, product or service");
        }
        return source;
    }

    /** A day as YYYY-MM-DD, or null where there is none. */
    @Nullable
    LocalDate day(String key) {
        YamlNode.Entry entry = rule.entry(key);
        String text = text(key);
        if (entry == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            faults.add(entry.line(), "'" + key + "' has to be a day such as 2026-12-31");
            return null;
        }
    }

    private @Nullable String attribute(YamlNode.Mapping mapping, String key) {
        YamlNode value = mapping.get(key);
        if (value == null || (value instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            return null;
        }
        if (value instanceof YamlNode.Scalar scalar) {
            return scalar.text().toLowerCase(Locale.ROOT);
        }
        faults.add(value.line(), "the " + key + " of the logsource has to be a text");
        return null;
    }

    private Level level() {
        YamlNode.Entry entry = rule.entry("level");
        String text = text("level");
        if (entry == null || text.isEmpty()) {
            return Level.INFORMATIONAL;
        }
        Level level = Level.of(text);
        if (level == null) {
            faults.add(entry.line(), "there is no level '" + text + "'");
            return Level.INFORMATIONAL;
        }
        return level;
    }

    private String text(String key) {
        YamlNode value = rule.get(key);
        return switch (value) {
            case null -> "";
            case YamlNode.Scalar scalar -> scalar.isNull() ? "" : scalar.text().strip();
            case YamlNode.Sequence list -> wrong(key, list);
            case YamlNode.Mapping map -> wrong(key, map);
        };
    }

    private String wrong(String key, YamlNode value) {
        faults.add(value.line(), "'" + key + "' has to be a text");
        return "";
    }

    private List<String> texts(String key) {
        YamlNode value = rule.get(key);
        if (!(value instanceof YamlNode.Sequence list)) {
            String text = text(key);
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlNode.Scalar scalar)) {
                faults.add(item.line(), "'" + key + "' has to be a list of texts");
            } else if (!scalar.isNull()) {
                texts.add(scalar.text().strip());
            }
        }
        return List.copyOf(texts);
    }
}
