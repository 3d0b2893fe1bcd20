package org.rpcscope.overview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.SessionFilter;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Actors;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Extent;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

/** What sessions are counted by, and when they were. */
class OverviewTest {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final int ANSWERED =
            Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;
    private static final long SECOND = 1_000_000_000L;

    private final Pools pools = new Pools();

    private ObservationTable table(String file, long fingerprint) {
        return new ObservationTable(new Input(file, "pcap", fingerprint), pools);
    }

    private int session(ObservationTable table, long start, String source, String destination, int to, int evidence) {
        int row = table.reserve(1);
        int opener = pools.addresses().intern(IpAddress.parse(source));
        int other = pools.addresses().intern(IpAddress.parse(destination));
        table.open(row, opener, other, 40_000 << 16 | to, start, start);
        table.see(row, start, evidence | Evidence.DIRECTION_KNOWN);
        return row;
    }

    private Detection detect(ObservationTable... tables) {
        Arrays.stream(tables).forEach(ObservationTable::end);
        return new Detector(
                        pools,
                        BundledRules.load().stream().map(BundledRule::rule).toList(),
                        Networks.defaults(),
                        Weights.defaults())
                .run(List.of(tables));
    }

    private static SessionSet all(Detection detection) {
        return SessionSet.all(detection.sessions().count());
    }

    private Detection sample() {
        ObservationTable capture = table("corp.pcap", 1);
        ObservationTable log = table("conn.log", 2);
        int a = session(capture, 0, "10.20.4.31", "45.148.10.77", 135, ANSWERED | Evidence.DCE_RPC);
        capture.converse(
                a,
                new Conversation(
                        List.of(new Binding(new InterfaceId(SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                        List.of(Calls.captured(SVCCTL, 12, 1, 0)),
                        List.of(new Authentication(
                                "ntlm", "packet", "LAB", "ana", "WS", null, Authentication.Outcome.ACCEPTED)),
                        List.of(),
                        List.of(),
                        Set.of()));
        session(capture, 2 * SECOND, "10.20.9.200", "45.148.10.9", 135, Evidence.SYN);
        session(capture, 3 * SECOND, "10.20.4.31", "10.20.1.5", 445, ANSWERED);
        int d = session(log, 9 * SECOND, "10.20.4.31", "2a0e:97c0::77", 53, Evidence.UDP | Evidence.LOG_ESTABLISHED);
        log.describe(d, pools.texts().intern("allow"), 0, 0, pools.texts().intern("dns"));
        new Actors(log)
                .name(d, pools.texts().intern("LAB\\bob"), 0, pools.texts().intern("mmc.exe"), 0);
        return detect(capture, log);
    }

    private static String facet(Detection detection, Topic topic, int most, String part) {
        Facet facet = new Facets(detection, new ConversationNames(Interfaces.bundled()))
                .of(all(detection), List.of(new Facet.Asked(topic, most, part)), new Workers(1), new Progress())
                .getFirst();
        assertEquals(topic, facet.topic());
        return facet.values().stream()
                        .map(value -> value.text() + "=" + value.sessions())
                        .collect(Collectors.joining(" "))
                + " of " + facet.different();
    }

    @Test
    void eachTopicCountsItsValuesMostFirst() {
        Detection detection = sample();
        assertEquals(
                List.of(
                        "TIER established=2 confirmed=1 attempt=1 of 3",
                        "STATUS new=4 of 1",
                        "LEVEL high=2 of 1",
                        "STAGE connection=3 authentication=1 execution=1 persistence=1 of 4",
                        "SOURCE 10.20.4.31=3 10.20.9.200=1 of 2",
                        "DESTINATION 10.20.1.5=1 45.148.10.9=1 45.148.10.77=1 2a0e:97c0::77=1 of 4",
                        "DESTINATION_NETWORK 45.148.10.0/24=2 10.20.1.0/24=1 2a0e:97c0::/48=1 of 3",
                        "SOURCE_NETWORK 10.20.4.0/24=3 10.20.9.0/24=1 of 2",
                        "PORT 135=2 53=1 445=1 of 3",
                        "INTERFACE svcctl=1 of 1",
                        "OPERATION CreateServiceW=1 of 1",
                        "USER LAB\\ana=1 LAB\\bob=1 of 2",
                        "PROCESS mmc.exe=1 of 1",
                        "RULE Detect Outbound RPC Traffic=2 Detect Outbound RPC Traffic (Zeek)=2"
                                + " Outbound DCE/RPC on Any Port=1 of 3",
                        "VERDICT  of 0",
                        "TAG  of 0",
                        "DESTINATION_ZONE external=3 internal=1 of 2",
                        "DIRECTION outbound=3 internal=1 of 2",
                        "TRANSPORT tcp=3 udp=1 of 2",
                        "OUTCOME success=3 failure=1 of 2",
                        "SERVICE dns=1 of 1",
                        "ACTION allow=1 of 1",
                        "INPUT corp.pcap=3 conn.log=1 of 2",
                        "END 10.20.4.31=3 10.20.1.5=1 10.20.9.200=1 45.148.10.9=1 45.148.10.77=1"
                                + " 2a0e:97c0::77=1 of 6",
                        "SOURCE_PORT 40000=4 of 1",
                        "SOURCE_ZONE internal=4 of 1",
                        "ZONE internal=4 external=3 of 2",
                        "FLAGGED no=2 yes=2 of 2"),
                Arrays.stream(Topic.values())
                        .map(topic -> topic + " " + facet(detection, topic, 9, ""))
                        .toList());
    }

    @Test
    void onlyTheMostFrequentAreListedAndTheOthersCounted() {
        Detection detection = sample();
        assertEquals("10.20.1.5=1 45.148.10.9=1 of 4", facet(detection, Topic.DESTINATION, 2, ""));
        assertEquals("2a0e:97c0::77=1 of 4", facet(detection, Topic.DESTINATION, 2, "97C0"));
        assertEquals("LAB\\ana=1 LAB\\bob=1 of 2", facet(detection, Topic.USER, 5, "lab"));
        assertEquals("LAB\\bob=1 of 2", facet(detection, Topic.USER, 5, "bob"));
        assertEquals(" of 2", facet(detection, Topic.USER, 5, "eve"));
    }

    @Test
    void aFilterFindsAsManyAsAFacetSays() {
        Detection detection = sample();
        ConversationNames names = new ConversationNames(Interfaces.bundled());
        for (Topic topic : Topic.values()) {
            Facet facet = new Facets(detection, names)
                    .of(all(detection), List.of(new Facet.Asked(topic, 99, "")), new Workers(1), new Progress())
                    .getFirst();
            for (Facet.Value value : facet.values()) {
                Filter filter = Filter.parse(topic.field().label() + ":\"" + value.text() + "\"");
                int found = new SessionFilter(filter.query(), detection, names)
                        .all(new Workers(1), new Progress())
                        .count();
                assertEquals(value.sessions(), found, filter.text());
            }
        }
    }

    @Test
    void aTimelineCountsInBarsThatPeopleCountIn() {
        Detection detection = sample();
        Timeline timeline = Timeline.of(detection, all(detection), 10);
        assertEquals(SECOND, timeline.width());
        assertEquals(0, timeline.start(0));
        assertArrayEquals(new int[] {1, 0, 1, 1, 0, 0, 0, 0, 0, 1}, timeline.all());
        assertArrayEquals(new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, timeline.flagged()[Tier.CONFIRMED.ordinal()]);
        assertArrayEquals(new int[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, timeline.flagged()[Tier.ATTEMPT.ordinal()]);
        assertEquals(
                "++++-----+",
                IntStream.range(0, 10)
                        .mapToObj(bar -> timeline.covered()[bar] ? "+" : "-")
                        .collect(Collectors.joining()));
        assertEquals(5 * SECOND, Timeline.of(detection, all(detection), 9).width());
        assertEquals(0, Timeline.of(detection, SessionSet.of(4, new int[0]), 9).bars());
        Timeline part = Timeline.of(detection, all(detection), new Extent(2 * SECOND, 3 * SECOND), 10);
        assertEquals(2, Arrays.stream(part.all()).sum());
    }

    @Property(tries = 200)
    void everySessionIsInTheBarOfItsTime(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = Long.MIN_VALUE, max = Long.MAX_VALUE) Long> starts,
            @ForAll @IntRange(min = 8, max = 300) int most) {
        ObservationTable table = table("a", 1);
        for (long start : starts) {
            session(table, start, "10.0.0.1", "45.148.10.77", 135, ANSWERED);
        }
        Detection detection = detect(table);
        Timeline timeline = Timeline.of(detection, all(detection), most);
        assertEquals(starts.size(), Arrays.stream(timeline.all()).sum());
        assertEquals(
                starts.size(),
                IntStream.range(0, timeline.bars()).map(timeline::flagged).sum());
        int[] expected = new int[timeline.bars()];
        for (long start : starts) {
            expected[Math.toIntExact(Math.floorDiv(start, timeline.width()) - timeline.first())]++;
        }
        assertArrayEquals(expected, timeline.all());
        assertTrue(timeline.bars() <= most);
        for (int bar = 0; bar < timeline.bars(); bar++) {
            assertTrue(timeline.covered()[bar] || timeline.all()[bar] == 0);
        }
    }
}
