package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;

class EventTableTest {

    private static final Input INPUT = new Input("security.evtx", "evtx", 1);
    private static final EventKind LOGON = new EventKind(null, "windows", "security", "4624", "Logon");
    private static final EventKind STARTED =
            new EventKind("process_creation", "windows", "sysmon", "1", "Process started");

    /** Matches every event whose field "n" can be divided by seven. */
    private static final EventJudge SEVENS = event -> event.fields().get("n") instanceof Integer n && n % 7 == 0
            ? new EventJudge.Verdict(List.of(n % 2, 9), Map.of("n", n.toString()))
            : null;

    @Test
    void keepsWhatARecordSays() {
        ObservationTable table = new ObservationTable(INPUT, new Pools());
        EventTable events = table.events();
        events.add(new LogEvent(
                1_000,
                "WS-042.corp.example",
                address("10.0.4.2"),
                address("203.0.113.9"),
                "CORP\\alice",
                LOGON,
                "network logon",
                512,
                Map.of("LogonType", 3)));
        events.add(new LogEvent(2_000, null, null, null, null, STARTED, "", 1024, Map.of()));
        assertEquals(0, events.count(), "nothing is seen before it is published");
        table.publish();

        assertEquals(2, events.count());
        assertEquals(1_000, events.time(0));
        assertEquals("WS-042.corp.example", events.hostName(0));
        assertEquals(address("10.0.4.2"), events.hostAddress(0));
        assertEquals(address("203.0.113.9"), events.peerAddress(0));
        assertEquals("CORP\\alice", events.user(0));
        assertEquals(LOGON, events.kind(0));
        assertEquals("network logon", events.subject(0));
        assertEquals(512, events.origin(0));
        assertNull(events.verdict(0));

        assertEquals(2_000, events.time(1));
        assertNull(events.hostName(1));
        assertNull(events.hostAddress(1));
        assertNull(events.peerAddress(1));
        assertNull(events.user(1));
        assertEquals(STARTED, events.kind(1));
        assertEquals("", events.subject(1));
        assertEquals(
                Set.of(new HostNames.Pair("ws-042.corp.example", address("10.0.4.2"))),
                events.names().pairs());
    }

    @Test
    void batchesOfSeveralThreadsAreAppendedInTheOrderOfTheInput() {
        int batches = 40;
        int each = 500;
        ObservationTable table = new ObservationTable(INPUT, new Pools(), () -> SEVENS);
        List<EventBatch> filled = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            filled.add(table.events().batch());
        }
        try (Workers workers = new Workers(4)) {
            workers.forEach(batches, b -> {
                for (int i = 0; i < each; i++) {
                    filled.get(b).add(numbered(b * each + i));
                }
            });
        }
        for (EventBatch batch : filled) {
            assertEquals(each, batch.count());
            table.events().append(batch);
            batch.clear();
            assertEquals(0, batch.count());
        }
        table.end();

        EventTable events = table.events();
        assertEquals(batches * each, events.count());
        for (int i = 0; i < events.count(); i++) {
            assertEquals("host-" + i % 300, events.hostName(i));
            assertEquals(i, events.origin(i));
            assertEquals(i % 5 == 0 ? LOGON : STARTED, events.kind(i));
        }
        int[] expected =
                IntStream.range(0, batches * each).filter(i -> i % 7 == 0).toArray();
        assertArrayEquals(expected, events.matches());
        assertEquals(expected.length, events.matched());
        EventJudge.Verdict verdict = events.verdict(21);
        assertNotNull(verdict);
        assertEquals(List.of(1, 9), verdict.rules());
        assertEquals(Map.of("n", "21"), verdict.kept());
        assertNull(events.verdict(22));
    }

    @Test
    void whatOthersSeeNeverShrinksWhileItIsWritten() throws InterruptedException {
        ObservationTable table = new ObservationTable(INPUT, new Pools(), () -> SEVENS);
        EventTable events = table.events();
        int total = 30_000;
        List<String> faults = new ArrayList<>();
        Thread reader = new Thread(() -> {
            for (int seen = 0; seen < total && faults.isEmpty(); ) {
                int now = events.count();
                if (now < seen) {
                    faults.add("from " + seen + " to " + now);
                }
                for (; seen < now; seen++) {
                    boolean whole = events.origin(seen) == seen && (events.verdict(seen) != null) == (seen % 7 == 0);
                    if (!whole) {
                        faults.add("event " + seen + " is not whole");
                    }
                }
            }
        });
        reader.start();
        for (int i = 0; i < total; i++) {
            events.add(numbered(i));
            if (i % 50 == 49) {
                table.publish();
            }
        }
        table.end();
        reader.join();
        assertEquals(List.of(), faults);
    }

    @Test
    void whatOtherRulesSayOfTheSameEventsIsTakenOver() {
        EventJudge fives = event -> event.fields().get("n") instanceof Integer n && n % 5 == 0
                ? new EventJudge.Verdict(List.of(3), Map.of())
                : null;
        Supplier<EventJudge> later = () -> fives;
        EventTable events = ended(9000, () -> SEVENS);
        assertFalse(events.judgedAs(ended(8999, later)), "one is missing");
        assertEquals(1286, events.matched());

        assertTrue(events.judgedAs(ended(9000, later)));

        assertSame(later, events.judges());
        assertEquals(1800, events.matched());
        assertArrayEquals(IntStream.range(0, 9000).filter(i -> i % 5 == 0).toArray(), events.matches());
        assertNull(events.verdict(7));
        assertEquals(new EventJudge.Verdict(List.of(3), Map.of()), events.verdict(8995));
    }

    private static EventTable ended(int count, Supplier<EventJudge> judges) {
        ObservationTable table = new ObservationTable(INPUT, new Pools(), judges);
        for (int i = 0; i < count; i++) {
            table.events().add(numbered(i));
        }
        table.end();
        return table.events();
    }

    @Test
    void kindsWithoutEndBecomeOne() {
        ObservationTable table = new ObservationTable(INPUT, new Pools());
        for (int i = 0; i < EventKinds.MOST + 10; i++) {
            EventKind kind = new EventKind(null, null, null, "code-" + i, "");
            table.events().add(new LogEvent(i, null, null, null, null, kind, "", i, Map.of()));
        }
        table.end();
        assertEquals("code-7", table.events().kind(7).code());
        assertEquals(EventKind.OTHER, table.events().kind(EventKinds.MOST + 9));
    }

    @Test
    void whatEveryHostCallsItselfIsNoName() {
        HostNames names = new HostNames();
        for (String address : List.of("127.0.0.1", "0.0.0.0", "::1", "::", "10.1.2.3", "fe80::1")) {
            names.add("DC-01", address(address));
        }
        names.add(" ", address("10.1.2.4"));
        names.add("-", address("10.1.2.4"));
        names.add("x".repeat(300), address("10.1.2.4"));
        names.add("dc-01", address("10.1.2.3"));
        Set<HostNames.Pair> expected = Set.of(
                new HostNames.Pair("dc-01", address("10.1.2.3")), new HostNames.Pair("dc-01", address("fe80::1")));
        assertEquals(expected, names.pairs());
        assertTrue(names.pairs().stream().noneMatch(pair -> pair.name().isBlank()));
    }

    private static LogEvent numbered(int i) {
        return new LogEvent(
                i, "host-" + i % 300, null, null, null, i % 5 == 0 ? LOGON : STARTED, "", i, Map.of("n", i));
    }

    private static IpAddress address(String text) {
        IpAddress address = IpAddress.parse(text);
        assertNotNull(address, text);
        return address;
    }
}
