package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.IpAddress;

/** Which input's bytes and packets a session has. */
class CountingTest {

    private static final int UNKNOWN = ObservationTable.UNKNOWN;

    /** Who counts, best last. */
    enum Kind {
        FIREWALL,
        SENSOR,
        LATE_CAPTURE,
        CAPTURE
    }

    /** What an input counted of the one session there is. */
    record Counted(Kind kind, boolean turned, int there, int back, int packetsThere, int packetsBack) {}

    @Test
    void payloadThatPacketsShowIsNotHiddenByAFirewallsTotal() {
        Counted firewall = new Counted(Kind.FIREWALL, false, 728, 7384, 10, 10);
        Counted sensor = new Counted(Kind.SENSOR, false, 200, 6856, 10, 11);
        Counted capture = new Counted(Kind.CAPTURE, false, 212, 6800, 9, 9);
        assertEquals(new Session.Counters(212, 6800, 9, 9), counters(List.of(firewall, sensor, capture)));
        assertEquals(new Session.Counters(200, 6856, 10, 11), counters(List.of(firewall, sensor)));
        assertEquals(new Session.Counters(728, 7384, 10, 10), counters(List.of(firewall)));
    }

    @Test
    void aCaptureThatBeganLateHidesNothingThatASensorCounted() {
        Counted late = new Counted(Kind.LATE_CAPTURE, false, 40, 7000, 3, 12);
        Counted sensor = new Counted(Kind.SENSOR, true, 6856, 200, 10, 11);
        assertEquals(new Session.Counters(200, 7000, 11, 12), counters(List.of(late, sensor)));
    }

    @Test
    void whatTheBestDoesNotCountAnotherDoes() {
        Counted sensor = new Counted(Kind.SENSOR, false, 200, UNKNOWN, UNKNOWN, UNKNOWN);
        Counted firewall = new Counted(Kind.FIREWALL, false, 728, 7384, 10, UNKNOWN);
        assertEquals(new Session.Counters(200, 7384, 10, UNKNOWN), counters(List.of(sensor, firewall)));
    }

    @Property(tries = 300)
    void theOrderOfInputsAndOneTwiceChangeNothing(
            @ForAll @Size(min = 1, max = 5) List<@From("counted") Counted> inputs, @ForAll Random random) {
        List<Counted> shuffled = new ArrayList<>(inputs);
        shuffled.add(inputs.get(random.nextInt(inputs.size())));
        Collections.shuffle(shuffled, random);
        assertEquals(counters(inputs), counters(shuffled));
    }

    @Property(tries = 300)
    void worseInputsChangeNoCounterThatABetterOneHas(
            @ForAll @From("counted") Counted one, @ForAll @Size(max = 4) List<@From("counted") Counted> others) {
        Counted capture = new Counted(Kind.CAPTURE, false, one.there, one.back, one.packetsThere, one.packetsBack);
        List<Counted> all = new ArrayList<>(List.of(capture));
        others.stream().filter(other -> other.kind != Kind.CAPTURE).forEach(all::add);
        Session.Counters both = counters(all);
        assertEquals(one.there, one.there == UNKNOWN ? UNKNOWN : both.sourceBytes());
        assertEquals(one.back, one.back == UNKNOWN ? UNKNOWN : both.destinationBytes());
        assertEquals(one.packetsThere, one.packetsThere == UNKNOWN ? UNKNOWN : both.sourcePackets());
        assertEquals(one.packetsBack, one.packetsBack == UNKNOWN ? UNKNOWN : both.destinationPackets());
    }

    @Provide
    Arbitrary<Counted> counted() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(UNKNOWN, 4);
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.of(true, false), counts, counts, counts, counts)
                .as(Counted::new);
    }

    private static Session.Counters counters(List<Counted> inputs) {
        Pools pools = new Pools();
        int client = pools.addresses().intern(IpAddress.parse("10.0.0.1"));
        int server = pools.addresses().intern(IpAddress.parse("10.0.0.2"));
        List<ObservationTable> tables = new ArrayList<>();
        for (Counted each : inputs) {
            ObservationTable table = new ObservationTable(new Input("input", "x", each.hashCode()), pools);
            int ports = each.turned ? 135 << 16 | 1000 : 1000 << 16 | 135;
            table.reserve(1);
            table.open(0, each.turned ? server : client, each.turned ? client : server, ports, 0, 0);
            table.count(0, each.there, each.back, each.packetsThere, each.packetsBack);
            int turned = each.turned ? 0 : Evidence.DIRECTION_KNOWN; // else the ends of the session are a guess
            table.see(0, 0, turned | evidence(each.kind));
            if (each.kind == Kind.FIREWALL || each.kind == Kind.SENSOR) {
                table.describe(0, 0, 0, 0, 0);
            }
            table.end();
            tables.add(table);
        }
        Sessions sessions = Sessions.grouped(tables);
        assertEquals(1, sessions.count());
        return sessions.counters(0);
    }

    private static int evidence(Kind kind) {
        return switch (kind) {
            case FIREWALL -> Evidence.HEADERS_COUNTED;
            case SENSOR -> 0;
            case LATE_CAPTURE -> Evidence.MID_STREAM;
            case CAPTURE -> Evidence.SYN;
        };
    }
}
