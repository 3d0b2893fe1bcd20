package org.rpcscope.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.Column;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.session.HostNames;
import org.rpcscope.session.ObservationTable;

/**
 * Which names and addresses belong to one host: what stood together in a record of some log, and the workstations that
 * clients say they are when they log on by NTLM. A host with and without its domain is one host, so names are compared by
 * their first label, without case. Immutable; any thread.
 */
public final class HostIdentities {

    private final Map<String, SortedSet<IpAddress>> addresses = new HashMap<>();
    private final Map<IpAddress, SortedSet<String>> names = new HashMap<>();

    private HostIdentities() {}

    /** What the tables know now. Looks at every row where something was said over DCE/RPC: work for a job. */
    public static HostIdentities of(List<ObservationTable> tables) {
        HostIdentities identities = new HostIdentities();
        for (ObservationTable table : tables) {
            for (HostNames.Pair pair : table.events().names().pairs()) {
                identities.add(pair.name(), pair.address());
            }
            identities.addWorkstations(table);
        }
        return identities;
    }

    private void addWorkstations(ObservationTable table) {
        int rows = table.rows();
        for (int from = 0; from < rows; from += Column.BLOCK) {
            for (int row = from;
                    row < Math.min(rows, from + Column.BLOCK) && table.conversed(from / Column.BLOCK);
                    row++) {
                for (Authentication authentication : table.conversation(row).authentications()) {
                    String workstation = authentication.workstation();
                    if (workstation != null && !workstation.isBlank()) {
                        add(workstation, table.pools().addresses().address(table.source(row)));
                    }
                }
            }
        }
    }

    private void add(String name, IpAddress address) {
        String label = label(name);
        if (IpAddress.parse(name) == null && !label.isEmpty()) {
            addresses.computeIfAbsent(label, _ -> new TreeSet<>()).add(address);
            names.computeIfAbsent(address, _ -> new TreeSet<>()).add(label);
        }
    }

    /** The first label of a name, in lower case: by which hosts are the same. */
    public static String label(String name) {
        int dot = name.indexOf('.');
        return HostNames.folded(dot < 0 ? name : name.substring(0, dot));
    }

    /** The names, as {@link #label}s, that a host with this address has; several where addresses change hands. */
    public Set<String> names(IpAddress address) {
        return Set.copyOf(names.getOrDefault(address, new TreeSet<>()));
    }

    /** The addresses that a host with this name has. */
    public Set<IpAddress> addresses(String name) {
        return Set.copyOf(addresses.getOrDefault(label(name), new TreeSet<>()));
    }

    /**
     * What a host is called by everything that knows it: its name, or its address where no name is known or several hosts
     * had the address. Null where neither is given.
     */
    @Nullable
    String key(@Nullable String name, @Nullable IpAddress address) {
        if (name != null) {
            IpAddress written = IpAddress.parse(name);
            return written != null ? key(null, written) : label(name);
        }
        if (address == null) {
            return null;
        }
        SortedSet<String> known = names.getOrDefault(address, new TreeSet<>());
        return known.size() == 1 ? known.first() : address.toString();
    }
}
