package org.rpcscope.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.ObservationTable;

/**
 * Counts the events of many hosts at once: of each as many as {@link RelatedEvents} of that host alone has in all. Every
 * name and every address is looked up once, so that an event costs three array cells. One thread.
 */
final class EventsOfHosts {

    private static final int STEP = 1 << 16;
    private static final int[] NOBODY = {};

    private final Map<IpAddress, Integer> places = new HashMap<>();
    private final Map<String, TreeSet<Integer>> byLabel = new HashMap<>();
    private final Map<String, TreeSet<Integer>> byKey = new HashMap<>();
    private final int[] counts;

    private EventsOfHosts(HostIdentities identities, List<IpAddress> hosts) {
        counts = new int[hosts.size()];
        for (int place = 0; place < counts.length; place++) {
            IpAddress host = hosts.get(place);
            places.put(host, place);
            for (String name : identities.names(host)) {
                byLabel.computeIfAbsent(name, _ -> new TreeSet<>()).add(place);
            }
            String key = identities.key(null, host);
            if (key != null) {
                byKey.computeIfAbsent(key, _ -> new TreeSet<>()).add(place);
            }
        }
    }

    /**
     * Looks at all events of all tables: work for a job.
     *
     * @param alerts of correlations that are reported
     * @param hosts different ones
     * @param progress when it is cancelled, what was counted so far is the answer
     * @return a number for each of the hosts, in their order
     */
    static int[] count(
            List<ObservationTable> tables, List<EventFinding> alerts, List<IpAddress> hosts, Progress progress) {
        EventsOfHosts counting = new EventsOfHosts(HostIdentities.of(tables), hosts);
        for (ObservationTable table : tables) {
            counting.add(table.events(), progress);
        }
        alerts.forEach(counting::add);
        return counting.counts;
    }

    private void add(EventTable events, Progress progress) {
        int count = events.count();
        Known named = new Known();
        Known addressed = new Known();
        for (int event = 0; event < count && (event % STEP != 0 || !progress.cancelled()); event++) {
            int name = events.host(event);
            int[] hosts = named.of(name);
            if (hosts == null) {
                hosts = named.are(name, numbers(named(events.hostName(event))));
            }
            int[] here = at(events, addressed, events.address(event));
            int[] there = at(events, addressed, events.peer(event));
            add(hosts, NOBODY, NOBODY);
            add(here, hosts, NOBODY);
            add(there, hosts, here);
        }
    }

    /** Counts for those of some hosts for whom the event is not counted yet. */
    private void add(int[] hosts, int[] before, int[] andBefore) {
        for (int host : hosts) {
            if (!contains(before, host) && !contains(andBefore, host)) {
                counts[host]++;
            }
        }
    }

    private static boolean contains(int[] hosts, int host) {
        for (int each : hosts) {
            if (each == host) {
                return true;
            }
        }
        return false;
    }

    private int[] at(EventTable events, Known known, int address) {
        if (address == EventTable.NO_ADDRESS) {
            return NOBODY;
        }
        int[] hosts = known.of(address);
        if (hosts == null) {
            Integer place = places.get(events.pools().addresses().address(address));
            hosts = known.are(address, place == null ? NOBODY : new int[] {place});
        }
        return hosts;
    }

    private TreeSet<Integer> named(@Nullable String name) {
        TreeSet<Integer> found = new TreeSet<>();
        if (name != null) {
            IpAddress written = IpAddress.parse(name);
            Integer place = written == null ? null : places.get(written);
            if (place != null) {
                found.add(place);
            } else if (written == null) {
                found.addAll(byLabel.getOrDefault(HostIdentities.label(name), new TreeSet<>()));
            }
        }
        return found;
    }

    private static int[] numbers(TreeSet<Integer> places) {
        return places.isEmpty()
                ? NOBODY
                : places.stream().mapToInt(each -> each).toArray();
    }

    private void add(EventFinding alert) {
        TreeSet<Integer> about = new TreeSet<>();
        Integer place = alert.address() == null ? null : places.get(alert.address());
        if (place != null) {
            about.add(place);
        }
        if (alert.host() != null) {
            about.addAll(byLabel.getOrDefault(HostIdentities.label(alert.host()), new TreeSet<>()));
        }
        EventFinding.Correlated correlated = alert.correlated();
        String key = correlated == null ? null : correlated.group().get(EventRules.HOST);
        if (key != null) {
            about.addAll(byKey.getOrDefault(key, new TreeSet<>()));
        }
        about.forEach(each -> counts[each]++);
    }

    /** Who is meant by each number of a name or an address that was looked up. */
    private static final class Known {

        private int[] @Nullable [] hosts = new int[64][];

        int @Nullable [] of(int number) {
            return number < hosts.length ? hosts[number] : null;
        }

        int[] are(int number, int[] found) {
            if (number >= hosts.length) {
                hosts = Arrays.copyOf(hosts, Math.max(number + 1, hosts.length * 2));
            }
            hosts[number] = found;
            return found;
        }
    }
}
