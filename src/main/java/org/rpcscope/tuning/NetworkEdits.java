package org.rpcscope.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Subnets;

/** What can be done to lines of the lists of a profile, each giving another profile. Pure; any thread. */
public final class NetworkEdits {

    private NetworkEdits() {}

    /**
     * A line of a profile.
     *
     * @param index its place in its list, from 0
     */
    public record Place(NetworkList list, int index) {

        NetworkEntry of(Profile profile) {
            return list.of(profile).get(index);
        }
    }

    /** Takes lines out. */
    public static Profile remove(Profile profile, Collection<Place> places) {
        Profile next = profile;
        for (NetworkList list : NetworkList.values()) {
            Set<Integer> gone = new HashSet<>();
            places.stream().filter(place -> place.list == list).forEach(place -> gone.add(place.index));
            List<NetworkEntry> kept = new ArrayList<>();
            List<NetworkEntry> entries = list.of(profile);
            for (int i = 0; i < entries.size(); i++) {
                if (!gone.contains(i)) {
                    kept.add(entries.get(i));
                }
            }
            next = list.with(next, kept);
        }
        return next;
    }

    /** Moves lines to the end of a list; those that are on it stay where they are. */
    public static Profile move(Profile profile, Collection<Place> places, NetworkList to) {
        List<Place> others =
                places.stream().filter(place -> place.list != to).distinct().toList();
        List<NetworkEntry> entries = new ArrayList<>(to.of(profile));
        others.forEach(place -> entries.add(place.of(profile)));
        return to.with(remove(profile, others), entries);
    }

    /** Switches lines on or off. */
    public static Profile enable(Profile profile, Collection<Place> places, boolean on) {
        Profile next = profile;
        for (Place place : places) {
            List<NetworkEntry> entries = new ArrayList<>(place.list.of(next));
            entries.set(place.index, entries.get(place.index).withEnabled(on));
            next = place.list.with(next, entries);
        }
        return next;
    }

    /**
     * Cuts the network of a line into networks of a length, which keep what is said of it; the same profile where that cannot
     * be done ({@link Subnets#splits}).
     */
    public static Profile split(Profile profile, Place place, int length) {
        NetworkEntry entry = place.of(profile);
        Cidr network = entry.network();
        List<Cidr> parts = network == null ? List.of() : Subnets.split(network, length);
        if (parts.isEmpty()) {
            return profile;
        }
        List<NetworkEntry> entries = new ArrayList<>(place.list.of(profile));
        entries.remove(place.index);
        entries.addAll(
                place.index,
                parts.stream().map(part -> entry.withCidr(part.toString())).toList());
        return place.list.with(profile, entries);
    }

    /** Whether the other half of a line's network is on the same list. */
    public static boolean joins(Profile profile, Place place) {
        return sibling(profile, place) >= 0;
    }

    /** Puts a line and the other half of its network together; the same profile where there is none on the list. */
    public static Profile join(Profile profile, Place place) {
        int other = sibling(profile, place);
        NetworkEntry entry = place.of(profile);
        Cidr network = entry.network();
        Cidr parent = network == null ? null : Subnets.parent(network);
        if (other < 0 || parent == null) {
            return profile;
        }
        List<NetworkEntry> entries = new ArrayList<>(place.list.of(profile));
        NetworkEntry half = entries.get(other);
        NetworkEntry whole = new NetworkEntry(
                parent.toString(),
                entry.enabled() && half.enabled(),
                both(entry.comment(), half.comment()),
                both(entry.owner(), half.owner()));
        entries.set(Math.min(place.index, other), whole);
        entries.remove(Math.max(place.index, other));
        return place.list.with(profile, entries);
    }

    private static String both(String mine, String other) {
        return String.join(
                "; ",
                new TreeSet<>(List.of(mine, other))
                        .stream().filter(text -> !text.isBlank()).toList());
    }

    private static int sibling(Profile profile, Place place) {
        Cidr network = place.of(profile).network();
        Cidr sibling = network == null ? null : Subnets.sibling(network);
        List<NetworkEntry> entries = place.list.of(profile);
        for (int i = 0; sibling != null && i < entries.size(); i++) {
            if (sibling.equals(entries.get(i).network())) {
                return i;
            }
        }
        return -1;
    }

    /** Puts networks on a list and takes the same networks off the others; those that are on it already stay as they are. */
    public static Profile put(Profile profile, NetworkList list, List<NetworkEntry> added) {
        Set<Cidr> networks = new HashSet<>();
        List<NetworkEntry> entries = new ArrayList<>(list.of(profile));
        Set<Cidr> there = new HashSet<>();
        entries.forEach(entry -> there.add(entry.network()));
        for (NetworkEntry entry : added) {
            Cidr network = entry.network();
            if (network == null || networks.add(network) && !there.contains(network)) {
                entries.add(entry);
            }
        }
        Profile next = profile;
        for (NetworkList other : NetworkList.values()) {
            if (other != list) {
                List<NetworkEntry> kept = other.of(next).stream()
                        .filter(entry -> !networks.contains(entry.network()))
                        .toList();
                next = other.with(next, kept);
            }
        }
        return list.with(next, entries);
    }
}
