package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.sigma.RuleInfo;

/**
 * What else happened on some hosts around a moment: the records of logs that are no sessions, and what correlations made of
 * these and of sessions, in order of time. Immutable.
 *
 * @param events the nearest to the moment, at most {@link #MOST}
 * @param total how many there are within the span
 * @param matched how many of these some rule matches
 * @param names what the hosts are called, in the order of the alphabet
 */
public record RelatedEvents(List<Related> events, int total, int matched, List<String> names) {

    /** So many are listed: more than anyone reads. */
    public static final int MOST = 2000;

    private static final int STEP = 1 << 16;

    /** What a correlation says is no record of its own. */
    private static final EventKind CORRELATION = new EventKind(null, null, null, "", "Correlation");

    public RelatedEvents {
        events = List.copyOf(events);
        names = List.copyOf(names);
    }

    /**
     * One of them.
     *
     * @param origin where its record begins in the unpacked input
     * @param time nanoseconds since 1970
     * @param rules those that match it
     */
    public record Related(
            Input input,
            long origin,
            long time,
            EventKind kind,
            @Nullable String host,
            @Nullable String user,
            String subject,
            List<RuleInfo> rules) {}

    /**
     * Looks at all events of all tables: work for a job.
     *
     * @param alerts of correlations; those about the hosts are among the events
     * @param on the rules that are reported
     * @param hosts the addresses of the hosts; their names follow from what the tables know
     * @param time the moment, in nanoseconds since 1970
     * @param span how far before and after, in nanoseconds
     * @param progress advances by events; when it is cancelled, what was found so far is the answer
     */
    public static RelatedEvents of(
            List<ObservationTable> tables,
            List<EventFinding> alerts,
            Predicate<RuleInfo> on,
            Set<IpAddress> hosts,
            long time,
            long span,
            Progress progress) {
        HostIdentities identities = HostIdentities.of(tables);
        Set<String> names = new HashSet<>();
        hosts.forEach(host -> names.addAll(identities.names(host)));
        List<Place> found = new ArrayList<>();
        int matched = 0;
        for (ObservationTable table : tables) {
            EventTable events = table.events();
            Reported reported = new Reported(EventRules.of(events), on);
            HostTest test = new HostTest(events, hosts, names);
            int count = events.count();
            for (int event = 0; event < count; event++) {
                if (event % STEP == 0) {
                    progress.advance(Math.min(STEP, count - event));
                    if (progress.cancelled()) {
                        break;
                    }
                }
                long distance = Math.abs(events.time(event) - time);
                if (distance <= span && test.about(event)) {
                    List<RuleInfo> rules = reported.of(events.verdict(event));
                    found.add(new Place(table, event, distance, rules));
                    matched += rules.isEmpty() ? 0 : 1;
                }
            }
        }
        Set<String> keys =
                hosts.stream().map(host -> identities.key(null, host)).collect(Collectors.toSet());
        List<Related> told = alerts.stream()
                .filter(alert -> on.test(alert.rule()) && Math.abs(alert.time() - time) <= span)
                .filter(alert -> alert.address() != null && hosts.contains(alert.address())
                        || alert.host() != null && names.contains(HostIdentities.label(alert.host()))
                        || keys.contains(group(alert).get(EventRules.HOST)))
                .map(RelatedEvents::related)
                .toList();
        return new RelatedEvents(
                inOrder(nearest(found).stream().map(RelatedEvents::related).toList(), told),
                found.size() + told.size(),
                matched + told.size(),
                names.stream().sorted().toList());
    }

    /**
     * How many events there are in all about each of some hosts. Looks at all events of all tables: work for a job.
     *
     * @param alerts of correlations; those about a host are among its events
     * @param on the rules that are reported
     * @param hosts different ones
     * @param progress when it is cancelled, what was counted so far is the answer
     * @return a number for each of the hosts, in their order
     */
    public static int[] counts(
            List<ObservationTable> tables,
            List<EventFinding> alerts,
            Predicate<RuleInfo> on,
            List<IpAddress> hosts,
            Progress progress) {
        List<EventFinding> reported =
                alerts.stream().filter(alert -> on.test(alert.rule())).toList();
        return EventsOfHosts.count(tables, reported, hosts, progress);
    }

    private record Place(ObservationTable table, int event, long distance, List<RuleInfo> rules) {}

    /** The rules of verdicts, each looked up once. */
    private record Reported(EventRules rules, Predicate<RuleInfo> on, Map<EventJudge.Verdict, List<RuleInfo>> known) {

        Reported(EventRules rules, Predicate<RuleInfo> on) {
            this(rules, on, new IdentityHashMap<>());
        }

        List<RuleInfo> of(EventJudge.@Nullable Verdict verdict) {
            return verdict == null ? List.of() : known.computeIfAbsent(verdict, each -> rules.reported(each, on));
        }
    }

    private static List<Place> nearest(List<Place> found) {
        List<Place> near = found;
        if (found.size() > MOST) {
            near = found.stream()
                    .sorted(Comparator.comparingLong(Place::distance))
                    .limit(MOST)
                    .toList();
        }
        return near;
    }

    private static List<Related> inOrder(List<Related> records, List<Related> told) {
        List<Related> all = new ArrayList<>(records);
        all.addAll(told);
        long[] times = all.stream().mapToLong(Related::time).toArray();
        List<Related> listed = new ArrayList<>(all.size());
        for (int i : IndexSort.order(times, times.length)) {
            listed.add(all.get(i));
        }
        return listed;
    }

    private static Map<String, String> group(EventFinding alert) {
        EventFinding.Correlated correlated = alert.correlated();
        return correlated == null ? Map.of() : correlated.group();
    }

    private static Related related(EventFinding alert) {
        String group = group(alert).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(EventRules.HOST))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return new Related(
                alert.input(),
                alert.origin(),
                alert.time(),
                CORRELATION,
                alert.host(),
                alert.user(),
                group,
                List.of(alert.rule()));
    }

    private static Related related(Place place) {
        int event = place.event;
        EventTable events = place.table.events();
        return new Related(
                place.table.input(),
                events.origin(event),
                events.time(event),
                events.kind(event),
                events.hostName(event),
                events.user(event),
                events.subject(event),
                place.rules);
    }

    /** Whether an event of one table is about one of the hosts; each name and address is asked once. */
    private static final class HostTest {
        private static final byte YES = 1;
        private static final byte NO = 2;

        private final EventTable events;
        private final Set<IpAddress> hosts;
        private final Set<String> names;
        private byte[] byName = new byte[64];
        private byte[] byAddress = new byte[64];

        HostTest(EventTable events, Set<IpAddress> hosts, Set<String> names) {
            this.events = events;
            this.hosts = hosts;
            this.names = names;
        }

        boolean about(int event) {
            return isNamed(event) || isAt(events.address(event)) || isAt(events.peer(event));
        }

        private boolean isNamed(int event) {
            int number = events.host(event);
            if (number >= byName.length) {
                byName = Arrays.copyOf(byName, Math.max(number + 1, byName.length * 2));
            }
            if (byName[number] == 0) {
                String name = events.hostName(event);
                byName[number] = name != null && isOneOfThem(name) ? YES : NO;
            }
            return byName[number] == YES;
        }

        private boolean isOneOfThem(String name) {
            IpAddress written = IpAddress.parse(name);
            return written == null ? names.contains(HostIdentities.label(name)) : hosts.contains(written);
        }

        private boolean isAt(int number) {
            if (number == EventTable.NO_ADDRESS) {
                return false;
            }
            if (number >= byAddress.length) {
                byAddress = Arrays.copyOf(byAddress, Math.max(number + 1, byAddress.length * 2));
            }
            if (byAddress[number] == 0) {
                byAddress[number] = hosts.contains(events.pools().addresses().address(number)) ? YES : NO;
            }
            return byAddress[number] == YES;
        }
    }
}
