package org.rpcscope.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;

/** Finds the node that each address of some pairs belongs to. */
final class Groups {

    /** How wide the networks of a step are, IPv4 and IPv6, from single hosts on. */
    private static final int[][] LENGTHS = {{32, 128}, {24, 64}, {16, 48}, {8, 32}};

    /** So many edges for each node that may be shown can still be told apart. */
    private static final int EDGES = 3;

    private final Pairs pairs;
    private final Networks networks;
    private final View view;
    private final Map<Integer, IpAddress> addresses = new HashMap<>(); // by number in the pool
    private final Map<Integer, Zone> zones = new HashMap<>();
    private final Map<Integer, NodeKey.Part> parts = new HashMap<>();

    private Groups(Pairs pairs, Networks networks, View view) {
        this.pairs = pairs;
        this.networks = networks;
        this.view = view;
    }

    /**
     * The key of the node of each address, by the number of the address; of a host that is hidden the key that hides it: its
     * own, that of a network it lies in, or its role.
     */
    static Map<Integer, NodeKey> of(Pairs pairs, Networks networks, View view) {
        Groups groups = met(pairs, networks, view);
        return switch (view.groupBy()) {
            case NONE -> groups.keys(Groups::host);
            case ROLE -> groups.keys(groups::role);
            case NETWORK -> groups.byNetwork();
        };
    }

    /** The role of each address, by the number of the address. */
    static Map<Integer, NodeKey> roles(Pairs pairs, Networks networks, View view) {
        Groups groups = met(pairs, networks, view);
        Map<Integer, NodeKey> roles = new HashMap<>();
        groups.addresses.keySet().forEach(id -> roles.put(id, groups.roleOf(id)));
        return roles;
    }

    /** The network of each address, by the number of the address: the narrowest of which there are few enough. */
    static Map<Integer, NodeKey> networks(Pairs pairs, Networks networks, View view, int most) {
        Groups groups = met(pairs, networks, view);
        Map<Integer, NodeKey> keys = new HashMap<>();
        for (int step = 1; step < LENGTHS.length; step++) {
            int of = step;
            keys.clear();
            groups.addresses.forEach((id, address) -> keys.put(id, groups.network(id, address, of, Set.of())));
            if (new HashSet<>(keys.values()).size() <= most) {
                break;
            }
        }
        return keys;
    }

    private static Groups met(Pairs pairs, Networks networks, View view) {
        Groups groups = new Groups(pairs, networks, view);
        for (int pair = 0; pair < pairs.size(); pair++) {
            groups.meet(pairs.source(pair), NodeKey.Part.CLIENTS);
            groups.meet(pairs.destination(pair), NodeKey.Part.SERVERS);
        }
        return groups;
    }

    private void meet(int id, NodeKey.Part part) {
        IpAddress address = addresses.computeIfAbsent(id, pairs.pool()::address);
        zones.computeIfAbsent(id, _ -> networks.zone(address));
        parts.merge(id, part, (a, b) -> a == b ? a : NodeKey.Part.BOTH);
    }

    private interface Naming {
        NodeKey key(int id, IpAddress address);
    }

    private Map<Integer, NodeKey> keys(Naming naming) {
        Map<Integer, NodeKey> keys = new HashMap<>();
        addresses.forEach((id, address) -> {
            NodeKey hiding = view.hidden().isEmpty() ? null : hiding(id, address);
            keys.put(id, hiding == null ? naming.key(id, address) : hiding);
        });
        return keys;
    }

    private @Nullable NodeKey hiding(int id, IpAddress address) {
        NodeKey host = new NodeKey.Host(address);
        NodeKey role = roleOf(id);
        if (view.hidden().contains(host) || view.hidden().contains(role)) {
            return view.hidden().contains(host) ? host : role;
        }
        return view.hidden().stream()
                .filter(key -> key instanceof NodeKey.Network(var cidr, var zone)
                        && zone == zone(id)
                        && cidr.contains(address))
                .findFirst()
                .orElse(null);
    }

    private static NodeKey host(int id, IpAddress address) {
        return new NodeKey.Host(address);
    }

    private NodeKey role(int id, IpAddress address) {
        NodeKey role = roleOf(id);
        return view.opened().contains(role) ? new NodeKey.Host(address) : role;
    }

    private NodeKey roleOf(int id) {
        return new NodeKey.Role(zone(id), part(id));
    }

    private Zone zone(int id) {
        return zones.getOrDefault(id, Zone.EXTERNAL);
    }

    private NodeKey.Part part(int id) {
        return parts.getOrDefault(id, NodeKey.Part.BOTH);
    }

    /**
     * The narrowest networks that are few enough; a network of one host is that host. What is opened does not count, or
     * opening one group would close others.
     */
    private Map<Integer, NodeKey> byNetwork() {
        int step = 0;
        while (step < LENGTHS.length - 1 && !readable(networksOf(step, Set.of()))) {
            step++;
        }
        return networksOf(step, view.opened());
    }

    private boolean readable(Map<Integer, NodeKey> keys) {
        int most = Math.min(view.budget(), View.READABLE);
        Set<NodeKey> shown = new HashSet<>(keys.values());
        shown.removeAll(view.hidden());
        if (shown.size() > most) {
            return false;
        }
        Set<Map.Entry<NodeKey, NodeKey>> edges = new HashSet<>();
        for (int pair = 0; pair < pairs.size() && edges.size() <= EDGES * most; pair++) {
            NodeKey from = keys.get(pairs.source(pair));
            NodeKey to = keys.get(pairs.destination(pair));
            if (from != null && to != null && shown.contains(from) && shown.contains(to)) {
                edges.add(Map.entry(from, to));
            }
        }
        return edges.size() <= EDGES * most;
    }

    private Map<Integer, NodeKey> networksOf(int step, Set<NodeKey> opened) {
        Map<NodeKey, Integer> members = new HashMap<>();
        Map<Integer, NodeKey> keys = keys((id, address) -> {
            NodeKey key = network(id, address, step, opened);
            members.merge(key, 1, Integer::sum);
            return key;
        });
        keys.replaceAll(
                (id, key) -> members.getOrDefault(key, 0) == 1 && !view.hidden().contains(key)
                        ? new NodeKey.Host(pairs.pool().address(id))
                        : key);
        return keys;
    }

    /** The network of a step, or of the first narrower one that is not opened. */
    private NodeKey network(int id, IpAddress address, int step, Set<NodeKey> opened) {
        for (int narrower = step; narrower > 0; narrower--) {
            int length = LENGTHS[narrower][address.isV4() ? 0 : 1];
            NodeKey key = new NodeKey.Network(Cidr.around(address, length), zone(id));
            if (!opened.contains(key)) {
                return key;
            }
        }
        return new NodeKey.Host(address);
    }
}
