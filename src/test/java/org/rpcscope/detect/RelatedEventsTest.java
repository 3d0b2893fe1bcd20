package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Input;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

class RelatedEventsTest {

    private static final long SECOND = Observed.SECOND;
    private static final IpAddress HOST = address("10.0.4.2");

    private final Pools pools = new Pools();
    private final ObservationTable log = new ObservationTable(new Input("a", "test", 1), pools);
    private final ObservationTable other = new ObservationTable(new Input("b", "test", 2), pools);

    @Test
    void aHostIsFoundByNameByAddressAndAsTheOtherEnd() {
        other.events().names().add("WS-042.corp.example", HOST);
        add(log, 5, "ws-042", null, null, "by name in another log");
        add(log, 3, null, "10.0.4.2", null, "by address");
        add(other, 4, "DC-01", "10.0.0.1", "10.0.4.2", "as the other end");
        add(other, 6, "10.0.4.2", null, null, "by an address for a name");
        add(log, 4, "WS-043", "10.0.4.3", "10.0.0.1", "another host");
        add(log, 4, null, null, null, "of nobody");
        assertEquals(
                List.of("3 by address", "4 as the other end", "5 by name in another log", "6 by an address for a name"),
                found(4, 100));
        assertEquals(List.of("ws-042"), related(4, 100).names());
    }

    @Test
    void theSpanGoesBothWaysAndItsEndsAreIn() {
        for (int second : new int[] {10, 11, 15, 19, 20}) {
            add(log, second, null, "10.0.4.2", null, "");
        }
        assertEquals(List.of("11 ", "15 ", "19 "), found(15, 4));
    }

    @Test
    void ofTooManyTheNearestAreListedInOrder() {
        for (int second = 0; second < 3 * RelatedEvents.MOST; second++) {
            add(log, second, null, "10.0.4.2", null, "");
        }
        int middle = 3 * RelatedEvents.MOST / 2;
        RelatedEvents events = related(middle, 1_000_000);
        assertEquals(3 * RelatedEvents.MOST, events.total());
        assertEquals(RelatedEvents.MOST, events.events().size());
        assertEquals(
                (middle - RelatedEvents.MOST / 2) * SECOND,
                events.events().getFirst().time(),
                SECOND);
        for (int i = 1; i < events.events().size(); i++) {
            assertEquals(
                    SECOND,
                    events.events().get(i).time() - events.events().get(i - 1).time());
        }
    }

    @Test
    void manyHostsAreCountedAsEachOfThemAlone() {
        Random random = new Random(5);
        List<IpAddress> hosts = IntStream.range(1, 9)
                .mapToObj(host -> address("10.0.4." + host))
                .toList();
        other.events().names().add("ws-1.corp.example", hosts.get(0));
        other.events().names().add("WS-1", hosts.get(1)); // its address changed hands
        other.events().names().add("ws-3", hosts.get(2));
        for (int event = 0; event < 500; event++) {
            String name = switch (random.nextInt(4)) {
                case 0 -> "WS-" + random.nextInt(5);
                case 1 -> "10.0.4." + random.nextInt(12);
                default -> null;
            };
            String address = random.nextBoolean() ? null : "10.0.4." + random.nextInt(12);
            String peer = random.nextBoolean() ? null : "10.0.4." + random.nextInt(12);
            add(random.nextBoolean() ? log : other, event, name, address, peer, "");
        }
        log.end();
        other.end();
        List<ObservationTable> tables = List.of(log, other);
        int[] alone = hosts.stream()
                .mapToInt(host -> RelatedEvents.of(
                                tables, List.of(), _ -> true, Set.of(host), 0, Long.MAX_VALUE, new Progress())
                        .total())
                .toArray();
        assertArrayEquals(alone, RelatedEvents.counts(tables, List.of(), _ -> true, hosts, new Progress()));
        assertTrue(Arrays.stream(alone).allMatch(count -> count > 50), () -> "of " + Arrays.toString(alone));
    }

    @Test
    void aCancelledLookHasNothingMore() {
        add(log, 4, null, "10.0.4.2", null, "");
        log.end();
        Progress progress = new Progress();
        progress.cancel();
        assertEquals(
                0,
                RelatedEvents.of(List.of(log), List.of(), _ -> true, Set.of(HOST), 0, Long.MAX_VALUE, progress)
                        .total());
    }

    private List<String> found(long second, long span) {
        return related(second, span).events().stream()
                .map(event -> event.time() / SECOND + " " + event.subject())
                .toList();
    }

    private RelatedEvents related(long second, long span) {
        log.end();
        other.end();
        return RelatedEvents.of(
                List.of(log, other),
                List.of(),
                _ -> true,
                Set.of(HOST),
                second * SECOND,
                span * SECOND,
                new Progress());
    }

    private static void add(
            ObservationTable table,
            long second,
            @Nullable String host,
            @Nullable String address,
            @Nullable String peer,
            String subject) {
        EventKind kind = new EventKind(null, "windows", "security", "4624", "Logon");
        table.events()
                .add(new LogEvent(
                        second * SECOND,
                        host,
                        address == null ? null : address(address),
                        peer == null ? null : address(peer),
                        null,
                        kind,
                        subject,
                        second,
                        Map.of()));
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }
}
