package org.rpcscope.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * Looks through the lists of a profile for lines that are no networks, and for those that can change nothing: the same
 * network again, on the same list or on one that decides instead, and a network within a line of the same list that says
 * nothing of its own. A network within another is no fault by itself, since the longest decides.
 */
final class NetworkFaults {

    private final Profile profile;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Cidr, NetworkList> deciding = new HashMap<>(); // the last list that has a network decides

    private NetworkFaults(Profile profile) {
        this.profile = profile;
    }

    /** What is wrong, list by list, in the order of the lines; one fault a line at most. */
    static List<Fault> of(Profile profile) {
        NetworkFaults faults = new NetworkFaults(profile);
        for (NetworkList list : NetworkList.values()) {
            for (NetworkEntry entry : list.of(profile)) {
                Cidr network = entry.network();
                if (network != null && entry.enabled()) {
                    faults.deciding.put(network, list);
                }
            }
        }
        Nesting nesting = Nesting.of(profile);
        for (NetworkList list : NetworkList.values()) {
            faults.look(list, nesting);
        }
        return List.copyOf(faults.faults);
    }

    private void look(NetworkList list, Nesting nesting) {
        Map<Cidr, Integer> seen = new HashMap<>();
        List<NetworkEntry> entries = list.of(profile);
        for (int i = 0; i < entries.size(); i++) {
            NetworkEntry entry = entries.get(i);
            switch (Cidr.parse(entry.cidr())) {
                case Cidr.Faulty(String reason, Cidr meant) ->
                    add(list, i, reason, meant == null ? null : new Fault.Use(meant));
                case Cidr.Valid(Cidr network) -> {
                    Integer before = seen.putIfAbsent(network, i);
                    NetworkList other = deciding.get(network);
                    int outer = nesting.deciding(list, i);
                    if (before != null) {
                        add(list, i, network + " is listed twice: it is in line " + (before + 1), new Fault.Remove());
                    } else if (entry.enabled() && other != null && other != list) {
                        String sentence = network + " is on the list \"" + other.id() + "\" too, which decides";
                        add(list, i, sentence, new Fault.Remove());
                    } else if (entry.enabled() && outer >= 0 && saysNothing(entry, entries.get(outer))) {
                        String wide = String.valueOf(entries.get(outer).network());
                        String sentence = "changes nothing within " + wide + " (line " + (outer + 1) + ")";
                        add(list, i, sentence, new Fault.Remove());
                    }
                }
            }
        }
    }

    private static boolean saysNothing(NetworkEntry inner, NetworkEntry outer) {
        return (inner.comment().isBlank() || inner.comment().equals(outer.comment()))
                && (inner.owner().isBlank() || inner.owner().equals(outer.owner()));
    }

    private void add(NetworkList list, int index, String sentence, Fault.@Nullable Fix fix) {
        faults.add(new Fault(list, index, sentence, fix));
    }
}
