package org.rpcscope.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;

/**
 * Everything that an analyst sets, as one value: an edit makes another one.
 *
 * @param internal the own networks, in the order written
 * @param external networks that are external whatever else is said of them
 * @param partner known destinations; external as well, since being known hides nothing
 * @param dismissed suggestions that are not to be made again
 * @param rules which rules were switched on or off, by id; a rule that is not named is as it came
 * @param weights what evidence is worth
 * @param exceptions what rules are not to flag, in the order written
 * @param thresholds what is too small, too rare or too common to be an alert
 */
public record Profile(
        List<NetworkEntry> internal,
        List<NetworkEntry> external,
        List<NetworkEntry> partner,
        List<Dismissal> dismissed,
        Map<String, Boolean> rules,
        Weights weights,
        List<ExceptionEntry> exceptions,
        Thresholds thresholds) {

    private static final String PRIVATE = "RFC 1918";

    /** Takes copies, so that a profile never changes. */
    public Profile {
        internal = List.copyOf(internal);
        external = List.copyOf(external);
        partner = List.copyOf(partner);
        dismissed = List.copyOf(dismissed);
        rules = Map.copyOf(rules);
        exceptions = List.copyOf(exceptions);
    }

    /** What holds before anyone has set anything. */
    public static Profile defaults() {
        List<NetworkEntry> internal = List.of(
                new NetworkEntry("10.0.0.0/8", true, PRIVATE),
                new NetworkEntry("172.16.0.0/12", true, PRIVATE),
                new NetworkEntry("192.168.0.0/16", true, PRIVATE),
                new NetworkEntry("fc00::/7", true, "RFC 4193"));
        return new Profile(
                internal, List.of(), List.of(), List.of(), Map.of(), Weights.defaults(), List.of(), Thresholds.NONE);
    }

    /** The same profile with other own networks. */
    public Profile withInternal(List<NetworkEntry> entries) {
        return new Profile(entries, external, partner, dismissed, rules, weights, exceptions, thresholds);
    }

    /** The same profile with other external networks. */
    public Profile withExternal(List<NetworkEntry> entries) {
        return new Profile(internal, entries, partner, dismissed, rules, weights, exceptions, thresholds);
    }

    /** The same profile with other partners. */
    public Profile withPartner(List<NetworkEntry> entries) {
        return new Profile(internal, external, entries, dismissed, rules, weights, exceptions, thresholds);
    }

    /** The same profile with other suggestions dismissed. */
    public Profile withDismissed(List<Dismissal> others) {
        return new Profile(internal, external, partner, others, rules, weights, exceptions, thresholds);
    }

    /** The same profile with a rule switched on or off. */
    public Profile withRule(String id, boolean enabled) {
        Map<String, Boolean> more = new LinkedHashMap<>(rules);
        more.put(id, enabled);
        return new Profile(internal, external, partner, dismissed, more, weights, exceptions, thresholds);
    }

    /** The same profile with other exceptions. */
    public Profile withExceptions(List<ExceptionEntry> entries) {
        return new Profile(internal, external, partner, dismissed, rules, weights, entries, thresholds);
    }

    /** The same profile with other thresholds. */
    public Profile withThresholds(Thresholds others) {
        return new Profile(internal, external, partner, dismissed, rules, weights, exceptions, others);
    }

    /** Whether the rule of that id is on, given how it came. */
    public boolean enabled(String id, boolean asItCame) {
        return rules.getOrDefault(id, asItCame);
    }

    /**
     * The boundary that the lists draw. Lines that are switched off or faulty draw nothing; where two lists have the same
     * network, it is external, and a partner's if it is on that list.
     *
     * @param version a number that tells this boundary from others
     */
    public Networks networks(long version) {
        List<NetworkLine> lines = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            addLines(list.of(this), list.id(), lines);
        }
        return Networks.of(version, lines);
    }

    /** What is wrong with the lines of all lists, those that are switched off included. */
    public List<Fault> faults() {
        return NetworkFaults.of(this);
    }

    private static void addLines(List<NetworkEntry> entries, String list, List<NetworkLine> lines) {
        for (int i = 0; i < entries.size(); i++) {
            NetworkEntry entry = entries.get(i);
            Cidr network = entry.network();
            if (entry.enabled() && network != null) {
                lines.add(new NetworkLine(network, list, "line " + (i + 1), entry.comment(), entry.owner()));
            }
        }
    }
}
