package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;

class SessionsTest {

    private static final long SECOND = 1_000_000_000L;

    /** An observation in whole seconds, between one of two hosts and one server. */
    record Seen(int host, boolean turned, int start, int length, boolean udp) {}

    /** The same rows as reports of connections, of which an input may have several. */
    private static ObservationTable reports(Pools pools, long fingerprint, List<Seen> seen) {
        ObservationTable table = table(pools, fingerprint, seen);
        for (int row = 0; row < table.rows(); row++) {
            table.see(row, 0, Evidence.REPORT);
        }
        return table;
    }

    @Test
    void whoKnowsTheMomentWithinASecondIsBelieved() {
        assertEquals(5 * SECOND + 31, start(5 * SECOND, 5 * SECOND + 31));
        assertEquals(5 * SECOND + 31, start(5 * SECOND + 900, 5 * SECOND, 5 * SECOND + 31));
        assertEquals(5 * SECOND, start(5 * SECOND, 6 * SECOND + 31));
        assertEquals(5 * SECOND - 1, start(5 * SECOND - 1, 5 * SECOND + 31));
        assertEquals(0, start(0, SECOND));
        assertEquals(5_118_238_000L, start(5_118_238_000L, 5_118_000_000L, 5 * SECOND));
        assertEquals(5_118_000_000L, start(5_119_000_001L, 5_118_000_000L, 5 * SECOND));
    }

    /** When a session began that inputs saw at these times. */
    private static long start(long... times) {
        Pools pools = new Pools();
        List<ObservationTable> tables = new ArrayList<>();
        int host = pools.addresses().intern(IpAddress.parse("10.0.0.1"));
        int server = pools.addresses().intern(IpAddress.parse("10.0.0.2"));
        for (long time : times) {
            ObservationTable table = new ObservationTable(new Input("input", "x", tables.size()), pools);
            int row = table.reserve(1);
            table.open(row, host, server, 1000 << 16 | 135, time, 0);
            table.see(row, time + 10 * SECOND, Evidence.SYN);
            table.end();
            tables.add(table);
        }
        Sessions sessions = Sessions.grouped(tables);
        assertEquals(1, sessions.count());
        return sessions.start(0);
    }

    @Property(tries = 200)
    void theOrderOfInputsWithReportsChangesNothing(
            @ForAll @Size(min = 1, max = 4) List<@From("inputs") List<Seen>> inputs, @ForAll Random random) {
        Pools pools = new Pools();
        List<ObservationTable> tables = new ArrayList<>();
        for (List<Seen> input : inputs) {
            int print = tables.size() + 1;
            tables.add(print % 2 == 0 ? reports(pools, print, input) : table(pools, print, input));
        }
        List<ObservationTable> shuffled = new ArrayList<>(tables);
        Collections.shuffle(shuffled, random);
        assertEquals(members(Sessions.grouped(tables)), members(Sessions.grouped(shuffled)));
    }

    @Property(tries = 200)
    void aLogOfReportsTwiceHasTheSameSessions(@ForAll("inputs") List<Seen> input) {
        Pools pools = new Pools();
        Sessions alone = Sessions.grouped(List.of(reports(pools, 7, input)));
        Sessions both = Sessions.grouped(List.of(reports(pools, 7, input), reports(pools, 7, input)));
        assertEquals(alone.count(), both.count());
        for (int session = 0; session < alone.count(); session++) {
            Session one = alone.session(session);
            Session two = both.session(session);
            assertEquals(
                    List.of(
                            one.ends().transport(),
                            one.start(),
                            one.end(),
                            one.counters(),
                            one.seen().size() * 2),
                    List.of(
                            two.ends().transport(),
                            two.start(),
                            two.end(),
                            two.counters(),
                            two.seen().size()));
        }
    }

    @Test
    void reportsOfAConnectionAreOneSessionInOneInputToo() {
        List<Seen> rows = List.of(
                new Seen(0, false, 10, 0, false), // its start
                new Seen(0, true, 11, 0, false), // what the other host says
                new Seen(0, false, 10, 30, false), // its end
                new Seen(0, false, 43, 0, false), // the same ends again, later
                new Seen(1, false, 10, 0, false)); // another host
        assertEquals(
                List.of(List.of("1:0", "1:2", "1:1"), List.of("1:4"), List.of("1:3")),
                members(Sessions.grouped(List.of(reports(new Pools(), 1, rows)))));
    }

    @Property(tries = 300)
    void theOrderOfTheInputsChangesNothing(
            @ForAll @Size(min = 1, max = 4) List<@From("inputs") List<Seen>> inputs, @ForAll Random random) {
        List<ObservationTable> tables = tables(inputs);
        List<ObservationTable> shuffled = new ArrayList<>(tables);
        Collections.shuffle(shuffled, random);
        assertEquals(members(Sessions.grouped(tables)), members(Sessions.grouped(shuffled)));
    }

    @Property(tries = 200)
    void theSameInputTwiceChangesNothing(@ForAll("inputs") List<Seen> input) {
        Pools pools = new Pools();
        ObservationTable once = table(pools, 7, input);
        ObservationTable again = table(pools, 7, input);
        Sessions alone = Sessions.grouped(List.of(once));
        Sessions both = Sessions.grouped(List.of(once, again));
        assertEquals(alone.count(), both.count());
        for (int session = 0; session < alone.count(); session++) {
            Session one = alone.session(session);
            Session two = both.session(session);
            List<Session.Seen> twice = List.of(one.seen().getFirst(), one.seen().getFirst());
            assertEquals(
                    new Session(
                            session,
                            one.ends(),
                            one.start(),
                            one.end(),
                            one.counters(),
                            one.evidence(),
                            one.words(),
                            one.conversation(),
                            twice),
                    two);
        }
    }

    @Property(tries = 200)
    void everyObservationIsInOneSession(@ForAll @Size(max = 4) List<@From("inputs") List<Seen>> inputs) {
        List<ObservationTable> tables = tables(inputs);
        Sessions sessions = Sessions.grouped(tables);
        List<String> found = new ArrayList<>();
        members(sessions).forEach(found::addAll);
        List<String> expected = new ArrayList<>();
        for (ObservationTable table : tables) {
            IntStream.range(0, table.rows()).forEach(row -> expected.add(name(table, row)));
        }
        Collections.sort(found);
        Collections.sort(expected);
        assertEquals(expected, found);
        for (int t = 0; t < tables.size(); t++) {
            int[] of = sessions.sessionsOf(t);
            for (int row = 0; row < of.length; row++) {
                assertEquals(true, members(sessions).get(of[row]).contains(name(tables.get(t), row)), "row " + row);
            }
        }
    }

    @Property(tries = 100)
    void sessionsComeInOrderOfStartAndHaveNoInputTwice(@ForAll @Size(max = 4) List<@From("inputs") List<Seen>> inputs) {
        Sessions sessions = Sessions.grouped(tables(inputs));
        for (int session = 0; session < sessions.count(); session++) {
            if (session > 0) {
                assertEquals(true, sessions.start(session - 1) <= sessions.start(session), "session " + session);
            }
            TreeSet<Integer> tables = new TreeSet<>();
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                tables.add(sessions.table(place));
            }
            assertEquals(sessions.last(session) - sessions.first(session), tables.size());
        }
    }

    @Test
    void withOneInputEachObservationIsASession() {
        List<Seen> input = List.of(
                new Seen(0, false, 3, 5, false), new Seen(0, false, 1, 90, false), new Seen(0, true, 2, 0, false));
        ObservationTable table = table(new Pools(), 1, input);
        assertEquals(
                List.of(List.of("1:1"), List.of("1:2"), List.of("1:0")), members(Sessions.grouped(List.of(table))));
    }

    @Test
    void aLogThatSaysOneLineHundredsOfThousandsOfTimesIsGroupedAsFastAsAnother() {
        List<Seen> same = Collections.nCopies(300_000, new Seen(0, false, 10, 5, false));
        Pools pools = new Pools();
        ObservationTable sensor = table(pools, 1, same);
        ObservationTable other = table(pools, 2, same);
        ObservationTable reports = reports(pools, 3, same);
        Sessions sessions = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Sessions.grouped(List.of(sensor, other, reports)));
        assertEquals(300_000, sessions.count());
        assertEquals(300_002, sessions.last(0) - sessions.first(0));
        assertEquals(List.of("1:299999", "2:299999"), members(sessions).getLast());
    }

    @Test
    void twoViewsOfAConnectionAreOneSessionWithTheBestOfEach() {
        Pools pools = new Pools();
        ObservationTable capture = table(pools, 1, List.of(new Seen(0, false, 10, 5, false)));
        capture.count(0, 100, 2000, 3, 4);
        capture.see(0, 15 * SECOND, Evidence.SYN | Evidence.SYN_ACK | Evidence.DIRECTION_KNOWN);
        ObservationTable log = table(pools, 2, List.of(new Seen(0, true, 11, 9, false)));
        log.count(0, 1500, 120, ObservationTable.UNKNOWN, ObservationTable.UNKNOWN);
        log.see(0, 20 * SECOND, Evidence.DCE_RPC);
        log.describe(0, 0, pools.texts().intern("SF"), 0, pools.texts().intern("dce_rpc"));
        Calls captured = Calls.captured(new UUID(1, 2), 3, 4, 1);
        capture.converse(0, said(captured));
        Calls logged = Calls.logged("svcctl", "CreateServiceW", 1);
        log.converse(0, said(logged));
        Session expected = new Session(
                0,
                new Session.Ends(host(0), 50000, host(9), 135, Transport.TCP),
                10 * SECOND,
                20 * SECOND,
                new Session.Counters(100, 2000, 3, 4),
                Evidence.SYN | Evidence.SYN_ACK | Evidence.DCE_RPC | Evidence.DIRECTION_KNOWN,
                new Session.Words(null, "SF", null, "dce_rpc"),
                said(captured, logged),
                List.of(new Session.Seen(capture.input(), 0, 7), new Session.Seen(log.input(), 0, 1)));
        assertEquals(expected, Sessions.grouped(List.of(log, capture)).session(0));
    }

    private static Conversation said(Calls... calls) {
        return new Conversation(List.of(), List.of(calls), List.of(), List.of(), List.of(), Set.of());
    }

    @Test
    void sensorsMayDifferByTwoSecondsAndNoMore() {
        Pools pools = new Pools();
        ObservationTable first = table(pools, 1, List.of(new Seen(0, false, 10, 0, false)));
        ObservationTable near = table(pools, 2, List.of(new Seen(0, false, 12, 0, false)));
        ObservationTable far = table(pools, 3, List.of(new Seen(0, false, 13, 0, false)));
        assertEquals(List.of(List.of("1:0", "2:0")), members(Sessions.grouped(List.of(first, near))));
        assertEquals(List.of(List.of("1:0"), List.of("3:0")), members(Sessions.grouped(List.of(first, far))));
    }

    @Property(tries = 100)
    void whileReadingObservationsAreInOrderOfStart(
            @ForAll @Size(max = 3) List<@From("inputs") List<Seen>> inputs, @ForAll @IntRange(max = 5) int most) {
        List<ObservationTable> tables = tables(inputs);
        int[] rows =
                tables.stream().mapToInt(table -> Math.min(table.rows(), most)).toArray();
        Sessions sessions = Sessions.single(tables, rows);
        assertEquals(IntStream.of(rows).sum(), sessions.count());
        for (int session = 1; session < sessions.count(); session++) {
            assertEquals(true, sessions.start(session - 1) <= sessions.start(session), "session " + session);
        }
    }

    @Provide
    Arbitrary<List<Seen>> inputs() {
        Arbitrary<Integer> hosts = Arbitraries.integers().between(0, 1);
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 20);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 6);
        return Combinators.combine(hosts, either, starts, lengths, either)
                .as(Seen::new)
                .list()
                .ofMaxSize(8);
    }

    private static List<ObservationTable> tables(List<List<Seen>> inputs) {
        Pools pools = new Pools();
        List<ObservationTable> tables = new ArrayList<>();
        for (List<Seen> input : inputs) {
            tables.add(table(pools, tables.size() + 1, input));
        }
        return tables;
    }

    private static ObservationTable table(Pools pools, long fingerprint, List<Seen> seen) {
        ObservationTable table = new ObservationTable(new Input("input", "test", fingerprint), pools);
        int server = pools.addresses().intern(host(9));
        table.reserve(seen.size());
        for (int row = 0; row < seen.size(); row++) {
            Seen one = seen.get(row);
            int client = pools.addresses().intern(host(one.host));
            int ports = one.turned ? 135 << 16 | 50000 : 50000 << 16 | 135;
            table.open(row, one.turned ? server : client, one.turned ? client : server, ports, one.start * SECOND, row);
            table.see(row, (one.start + one.length) * SECOND, one.udp ? Evidence.UDP : 0);
        }
        table.end();
        return table;
    }

    private static IpAddress host(int last) {
        return IpAddress.v4(10 << 24 | last);
    }

    private static String name(ObservationTable table, int row) {
        return table.input().fingerprint() + ":" + table.origin(row);
    }

    private static List<List<String>> members(Sessions sessions) {
        List<List<String>> all = new ArrayList<>();
        for (int session = 0; session < sessions.count(); session++) {
            List<String> members = new ArrayList<>();
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                members.add(name(sessions.tables().get(sessions.table(place)), sessions.row(place)));
            }
            all.add(members);
        }
        return all;
    }
}
