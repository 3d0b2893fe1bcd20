package org.rpcscope.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One thing in which two profiles differ.
 *
 * @param what the network, the rule's id, the exception's title, the name of a weight or a threshold
 */
public record ProfileChange(Part part, Kind kind, String what) {

    /** Where in the profile. */
    public enum Part {
        INTERNAL,
        EXTERNAL,
        PARTNER,
        DISMISSED,
        RULE,
        EXCEPTION,
        WEIGHT,
        THRESHOLD
    }

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        ON,
        OFF,
        CHANGED
    }

    /** What stands for itself in a list, and whether it is on. */
    private record Named(String name, boolean enabled, Object all) {}

    /** Everything in which the second profile differs from the first, in the order of {@link Part}. */
    public static List<ProfileChange> between(Profile before, Profile after) {
        List<ProfileChange> changes = new ArrayList<>();
        compare(Part.INTERNAL, networks(before.internal()), networks(after.internal()), changes);
        compare(Part.EXTERNAL, networks(before.external()), networks(after.external()), changes);
        compare(Part.PARTNER, networks(before.partner()), networks(after.partner()), changes);
        compare(Part.DISMISSED, dismissed(before), dismissed(after), changes);
        for (String rule : union(before.rules(), after.rules())) {
            Boolean now = after.rules().get(rule);
            if (!Objects.equals(before.rules().get(rule), now)) {
                Kind kind = now == null ? Kind.CHANGED : now ? Kind.ON : Kind.OFF;
                changes.add(new ProfileChange(Part.RULE, kind, rule));
            }
        }
        compare(Part.EXCEPTION, exceptions(before), exceptions(after), changes);
        for (Weight weight : Weight.values()) {
            if (before.weights().of(weight) != after.weights().of(weight)) {
                String what = weight.key() + " " + after.weights().of(weight);
                changes.add(new ProfileChange(Part.WEIGHT, Kind.CHANGED, what));
            }
        }
        for (Threshold threshold : Threshold.values()) {
            long bound = after.thresholds().of(threshold);
            if (before.thresholds().of(threshold) != bound) {
                boolean off = bound == 0;
                String what = off ? threshold.key() : threshold.key() + " " + bound;
                changes.add(new ProfileChange(Part.THRESHOLD, off ? Kind.OFF : Kind.CHANGED, what));
            }
        }
        return List.copyOf(changes);
    }

    private static void compare(Part part, List<Named> before, List<Named> after, List<ProfileChange> changes) {
        Map<String, Named> old = byName(before);
        Map<String, Named> fresh = byName(after);
        fresh.forEach((name, now) -> {
            Named then = old.get(name);
            if (then == null) {
                changes.add(new ProfileChange(part, Kind.ADDED, name));
            } else if (then.enabled() != now.enabled()) {
                changes.add(new ProfileChange(part, now.enabled() ? Kind.ON : Kind.OFF, name));
            } else if (!then.equals(now)) {
                changes.add(new ProfileChange(part, Kind.CHANGED, name));
            }
        });
        old.keySet().stream()
                .filter(name -> !fresh.containsKey(name))
                .forEach(name -> changes.add(new ProfileChange(part, Kind.REMOVED, name)));
    }

    /** A name that comes again gets a number, so that it is told apart. */
    private static Map<String, Named> byName(List<Named> all) {
        Map<String, Named> byName = new LinkedHashMap<>();
        for (Named each : all) {
            String name = each.name();
            for (int i = 2; byName.putIfAbsent(name, each) != null; i++) {
                name = each.name() + " (" + i + ")";
            }
        }
        return byName;
    }

    private static TreeSet<String> union(Map<String, ?> a, Map<String, ?> b) {
        TreeSet<String> all = new TreeSet<>(a.keySet());
        all.addAll(b.keySet());
        return all;
    }

    private static List<Named> networks(List<NetworkEntry> entries) {
        return entries.stream()
                .map(entry -> new Named(entry.cidr(), entry.enabled(), entry))
                .toList();
    }

    private static List<Named> dismissed(Profile profile) {
        return profile.dismissed().stream()
                .map(each -> new Named(each.cidr(), true, each))
                .toList();
    }

    private static List<Named> exceptions(Profile profile) {
        return profile.exceptions().stream()
                .map(entry -> new Named(title(entry.yaml()), entry.enabled(), entry))
                .toList();
    }

    /** The title as it is written, where the text has a line of it; the text may be anything. */
    private static String title(String yaml) {
        return yaml.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("title:"))
                .map(line -> line.substring("title:".length()).strip())
                .findFirst()
                .orElse("?");
    }
}
