package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several documents that share parts, as Sigma had it before version 2: {@code action: global} is a part of every document
 * behind it until {@code action: reset}, and {@code action: repeat} is the document before it with changes. Written out
 * here, so that nobody else has to know. Maps are put together key by key, all else is replaced.
 */
final class LegacyActions {

    private static final Set<String> ACTIONS = Set.of("global", "reset", "repeat");

    private @Nullable Part global;
    private @Nullable Part previous;

    private LegacyActions() {}

    /** What is used of a document in others: its values, and what is wrong with them. */
    private record Part(YamlNode.Mapping root, List<Faults.Fault> faults) {

        Part with(Part other) {
            List<Faults.Fault> all = new ArrayList<>(faults);
            all.addAll(other.faults);
            return new Part(merged(root, other.root), List.copyOf(all));
        }
    }

    /** The documents that stand for themselves. */
    static List<YamlFile.Document> apply(List<YamlFile.Document> documents) {
        LegacyActions actions = new LegacyActions();
        List<YamlFile.Document> found = new ArrayList<>();
        for (YamlFile.Document document : documents) {
            YamlFile.Document whole =
                    document.root() instanceof YamlNode.Mapping mapping ? actions.apply(document, mapping) : document;
            if (whole != null) {
                found.add(whole);
            }
        }
        return found;
    }

    private YamlFile.@Nullable Document apply(YamlFile.Document document, YamlNode.Mapping mapping) {
        String action = action(mapping);
        Part own = new Part(action.isEmpty() ? mapping : without(mapping, "action"), document.faults());
        Part base = switch (action) {
            case "repeat" -> previous;
            default -> global;
        };
        Part whole = base == null ? own : base.with(own);
        switch (action) {
            case "global" -> global = whole;
            case "reset" -> global = null;
            default -> {
                previous = whole;
                return new YamlFile.Document(whole.root(), document.line(), document.text(), whole.faults());
            }
        }
        return null;
    }

    private static String action(YamlNode.Mapping mapping) {
        return mapping.get("action") instanceof YamlNode.Scalar scalar && ACTIONS.contains(scalar.text())
                ? scalar.text()
                : "";
    }

    private static YamlNode.Mapping without(YamlNode.Mapping mapping, String key) {
        return new YamlNode.Mapping(
                mapping.entries().stream()
                        .filter(entry -> !entry.key().equals(key))
                        .toList(),
                mapping.line());
    }

    private static YamlNode.Mapping merged(YamlNode.Mapping base, YamlNode.Mapping changes) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode.Entry entry : base.entries()) {
            YamlNode.Entry change = changes.entry(entry.key());
            if (change == null) {
                entries.add(entry);
            } else if (entry.value() instanceof YamlNode.Mapping inner
                    && change.value() instanceof YamlNode.Mapping innerChange) {
                entries.add(new YamlNode.Entry(entry.key(), change.line(), merged(inner, innerChange)));
            } else {
                entries.add(change);
            }
        }
        changes.entries().stream()
                .filter(entry -> base.entry(entry.key()) == null)
                .forEach(entries::add);
        return new YamlNode.Mapping(List.copyOf(entries), changes.line());
    }
}
