package org.rpcscope.overview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.detect.SessionLinks;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;

/** Groups held against the plainest way to make them: a map of lists. */
class SessionGroupsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final List<Integer> PORTS = List.of(135, 49_154, 49_155, 445);

    private final Pools pools = new Pools();

    private Detection detection(int rows, long seed) {
        Random random = new Random(seed);
        ObservationTable table = new ObservationTable(new Input("a.pcap", "test", seed), pools);
        for (int i = 0; i < rows; i++) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(IpAddress.parse("10.0.0." + random.nextInt(5)));
            int destination = pools.addresses().intern(IpAddress.parse("45.0.0." + random.nextInt(4)));
            int port = PORTS.get(random.nextInt(PORTS.size()));
            table.open(row, source, destination, (50_000 + i) << 16 | port, i * SECOND, i);
            table.count(row, random.nextInt(6) - 1, random.nextInt(6) - 1, 1, 1);
            if (port == 135 && random.nextInt(4) == 0) {
                table.converse(row, announcing(49_154 + random.nextInt(2)));
            }
            table.see(row, i * SECOND + random.nextInt(9) * SECOND, Evidence.DIRECTION_KNOWN | random.nextInt(1 << 10));
        }
        table.end();
        return Observed.judged(pools, table);
    }

    private static Conversation announcing(int port) {
        Announcement itself = new Announcement(Announcement.Kind.ENDPOINT_MAPPER, null, IpAddress.v4(0), null, port);
        return new Conversation(List.of(), List.of(), List.of(), List.of(itself), List.of(), Set.of());
    }

    private static int[] shuffled(int count, long seed) {
        List<Integer> order = IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Object key(Detection detection, GroupBy by, int session) {
        Session.Ends ends = detection.sessions().session(session).ends();
        return switch (by) {
            case SOURCE -> ends.source();
            case DESTINATION -> ends.destination();
            case PAIR -> List.of(ends.source(), ends.destination());
            case ACTIVITY -> {
                int root = session;
                while (detection.links(root).announcer() != SessionLinks.NOBODY) {
                    root = detection.links(root).announcer();
                }
                yield root;
            }
            case NONE -> session;
        };
    }

    private static List<List<Integer>> plainest(int[] order, Function<Integer, Object> key) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int session : order) {
            groups.computeIfAbsent(key.apply(session), _ -> new ArrayList<>()).add(session);
        }
        return List.copyOf(groups.values());
    }

    private static List<List<Integer>> lists(SessionGroups groups) {
        return IntStream.range(0, groups.count())
                .mapToObj(group -> Arrays.stream(groups.sessions())
                        .skip(groups.start(group))
                        .limit(groups.size(group))
                        .boxed()
                        .toList())
                .toList();
    }

    private static Group total(Detection detection, GroupBy by, long id, List<Integer> of) {
        List<Session> all =
                of.stream().map(number -> detection.sessions().session(number)).toList();
        List<Session> flagged =
                all.stream().filter(each -> detection.flagged(each.number())).toList();
        long[] counted = all.stream()
                .flatMap(each ->
                        List.of(each.counters().sourceBytes(), each.counters().destinationBytes()).stream())
                .mapToLong(Long::longValue)
                .filter(bytes -> bytes >= 0)
                .toArray();
        return new Group(
                by,
                id,
                of.size(),
                flagged.size(),
                (flagged.isEmpty() ? all : flagged)
                        .stream()
                                .map(Session::tier)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                of.stream().mapToInt(detection::score).max().orElseThrow(),
                counted.length == 0 ? -1 : Arrays.stream(counted).sum(),
                all.stream().mapToLong(Session::start).min().orElseThrow(),
                all.stream().mapToLong(Session::end).max().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(GroupBy.class)
    void groupsAreThoseOfAMapInTheOrderInWhichTheyComeWithTheirTotals(GroupBy by) {
        for (int seed = 1; seed <= 4; seed++) {
            Detection detection = detection(400, seed);
            int[] order = Arrays.copyOf(shuffled(400, seed), 300); // a filter leaves some out
            List<List<Integer>> wanted = plainest(order, session -> key(detection, by, session));
            SessionGroups groups = SessionGroups.of(detection, by, order, new Progress());
            assertEquals(wanted, lists(groups));
            for (int group = 0; group < wanted.size(); group++) {
                assertEquals(
                        total(detection, by, groups.id(group), wanted.get(group)), groups.group(group), by.label());
                assertEquals(group, groups.find(groups.id(group)));
                assertEquals(group, groups.at(groups.start(group)));
                assertEquals(group, groups.at(groups.start(group) + groups.size(group) - 1));
            }
        }
    }

    @Test
    void anActivityIsTheEndpointMapperAndWhatItAnnounced() {
        Detection detection = detection(400, 1);
        SessionGroups groups = SessionGroups.of(detection, GroupBy.ACTIVITY, shuffled(400, 9), new Progress());
        assertEquals(
                List.of(true, true),
                List.of(groups.count() < 390, groups.count() > 1),
                "some sessions hang together: " + groups.count());
    }

    @Test
    void aGroupKeepsItsIdWhenThereAreMoreSessions() {
        Detection few = detection(100, 3);
        Detection more = detection(300, 3); // begins in the same way
        int[] all = IntStream.range(0, 300).toArray();
        for (GroupBy by : GroupBy.values()) {
            SessionGroups before = SessionGroups.of(few, by, Arrays.copyOf(all, 100), new Progress());
            SessionGroups now = SessionGroups.of(more, by, shuffled(300, 4), new Progress());
            for (int group = 0; by != GroupBy.ACTIVITY && group < before.count(); group++) {
                int first = before.sessions()[before.start(group)];
                int found = now.find(before.id(group));
                assertEquals(key(more, by, first), key(more, by, now.sessions()[now.start(found)]), by.label());
            }
        }
    }

    @Test
    void groupsAreOrderedByAllTheirBytes() {
        Detection detection = detection(400, 5);
        SessionGroups groups = SessionGroups.of(detection, GroupBy.PAIR, shuffled(400, 5), new Progress());
        Function<List<Integer>, Long> out = sessions -> sessions.stream()
                .mapToLong(each -> detection.sessions().session(each).counters().sourceBytes())
                .filter(bytes -> bytes >= 0)
                .sum();
        List<List<Integer>> wanted = new ArrayList<>(lists(groups));
        wanted.sort(Comparator.comparing(out).reversed());
        SessionGroups ordered = groups.byBytes(true, true);
        assertEquals(wanted, lists(ordered));
        assertEquals(
                wanted.stream().map(List::size).toList(),
                IntStream.range(0, ordered.count())
                        .mapToObj(group -> ordered.group(group).sessions())
                        .toList());
    }

    @Test
    void whatIsCancelledIsNothing() {
        Progress cancelled = new Progress();
        cancelled.cancel();
        SessionGroups groups = SessionGroups.of(detection(50, 6), GroupBy.SOURCE, shuffled(50, 6), cancelled);
        assertArrayEquals(new int[0], groups.sessions());
    }
}
