package org.rpcscope.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

    /** The key of the node of each address, by the number of the address. */
    static Map<Integer, NodeKey> of(Pairs pairs, Networks networks, View view) {
        Groups groups = new Groups(pairs, networks, view);
        for (int pair = 0; pair < pairs.size(); pair++) {
            groups.meet(pairs.source(pair), NodeKey.Part.CLIENTS);
            groups.meet(pairs.destination(pair), NodeKey.Part.SERVERS);
        }
        return switch (view.groupBy()) {
            case NONE -> groups.keys(Groups::host);
            case ROLE -> groups.keys(groups::role);
            case NETWORK -> groups.byNetwork();
        };
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
        addresses.forEach((id, address) -> keys.put(id, naming.key(id, address)));
        return keys;
    }

    private static NodeKey host(int id, IpAddress address) {
        return new NodeKey.Host(address);
    }

    private NodeKey role(int id, IpAddress address) {
        NodeKey role = new NodeKey.Role(zone(id), part(id));
        return view.opened().contains(role) ? new NodeKey.Host(address) : role;
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
        if (new HashSet<>(keys.values()).size() > most) {
            return false;
        }
        Set<Map.Entry<NodeKey, NodeKey>> edges = new HashSet<>();
        for (int pair = 0; pair < pairs.size() && edges.size() <= EDGES * most; pair++) {
            NodeKey from = keys.get(pairs.source(pair));
            NodeKey to = keys.get(pairs.destination(pair));
            if (from != null && to != null) {
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
        keys.replaceAll((id, key) -> members.getOrDefault(key, 0) == 1
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
