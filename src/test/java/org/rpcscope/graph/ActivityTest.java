package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.Spoken;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

class ActivityTest {

    private static final String OUTSIDE = "45.148.10.77";

    private final Detection detection = detection(
            Spoken.asks("10.1.2.3 50000", OUTSIDE, 10, OUTSIDE, 49664),
            Spoken.quiet("10.1.2.3 50001", OUTSIDE + " 49664", 12),
            Spoken.asks("10.1.2.3 50002", "10.1.2.9", 20, "10.1.2.9", 49700),
            Spoken.asks("10.1.2.4 50003", "10.1.2.8", 21, "10.1.2.8", 49701),
            Spoken.quiet("10.1.2.3 50004", "10.1.2.7 445", 22),
            Spoken.asks("10.1.2.3 50005", "10.1.2.6", 10 + 25 * 3600, "10.1.2.6", 49701));

    private static Detection detection(Spoken... rows) {
        Pools pools = new Pools();
        var rules = BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults())
                .run(List.of(Spoken.table(pools, 1, List.of(rows))));
    }

    @Test
    void theWayLeadsFromTheEndpointMapperToTheAnnouncedPortAndThenInside() {
        Activity fromTheFirst = Activity.of(detection, 0, new Progress());
        assertEquals(List.of(0, 1, 2), fromTheFirst.sessions());
        assertEquals(
                Set.of("10.1.2.3", OUTSIDE, "10.1.2.9"),
                fromTheFirst.hosts().stream().map(IpAddress::toString).collect(Collectors.toSet()));
        assertEquals(fromTheFirst, Activity.of(detection, 1, new Progress()), "the same from any of its sessions");
    }

    @Test
    void aSessionInsideStandsForItself() {
        assertEquals(List.of(3), Activity.of(detection, 3, new Progress()).sessions());
    }

    @Test
    void itsHostsAndTheNetworksThatHoldThemAreLit() {
        int[] all = IntStream.range(0, detection.sessions().count()).toArray();
        Pairs pairs = Pairs.of(detection, all, new Progress());
        HostGraph graph = GraphBuilder.build(pairs, detection.networks(), View.FIRST.groupedBy(View.GroupBy.NONE));
        Activity path = Activity.of(detection, 0, new Progress());
        boolean[] lit = path.within(graph);
        assertEquals(
                Set.of("10.1.2.3", OUTSIDE, "10.1.2.9"),
                IntStream.range(0, lit.length)
                        .filter(node -> lit[node])
                        .mapToObj(node -> graph.nodes().get(node).key().label())
                        .collect(Collectors.toSet()));
        HostGraph grouped =
                GraphBuilder.build(pairs, detection.networks(), new View(View.GroupBy.NETWORK, Set.of(), Set.of(), 2));
        boolean[] every = new boolean[grouped.nodes().size()];
        Arrays.fill(every, true);
        assertArrayEquals(every, path.within(grouped), "every group holds one of them");
    }
}
