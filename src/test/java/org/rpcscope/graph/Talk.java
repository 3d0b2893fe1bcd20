package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

/** One session of a test: who opened it, to where, and what was seen. */
record Talk(String source, String destination, int port, int evidence) {

    static final int TRIED = Evidence.SYN | Evidence.DIRECTION_KNOWN;
    static final int CONFIRMED = TRIED | Evidence.SYN_ACK | Evidence.DCE_RPC;

    /** The pairs of some sessions, flagged by the bundled rules under the default boundary. */
    static Pairs pairs(List<Talk> talks) {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("test", "test", 1), pools);
        for (Talk talk : talks) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(address(talk.source));
            int destination = pools.addresses().intern(address(talk.destination));
            table.open(row, source, destination, 50_000 << 16 | talk.port, row, row);
            table.see(row, row, talk.evidence);
        }
        table.end();
        Detection detection = new Detector(
                        pools,
                        BundledRules.load().stream()
                                .filter(BundledRule::enabledByDefault)
                                .map(BundledRule::rule)
                                .toList(),
                        Networks.defaults(),
                        Weights.defaults())
                .run(List.of(table));
        int[] all = IntStream.range(0, detection.sessions().count()).toArray();
        return Pairs.of(detection, all, new Progress());
    }

    /** A network of many hosts that speak with some servers outside. */
    static Pairs many(int hosts, int servers) {
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            String inside = "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256;
            for (int j = 0; j < 4; j++) {
                int server = (i * 7 + j * 13) % servers;
                String outside = "45.148." + server / 200 + "." + (1 + server % 200);
                talks.add(new Talk(inside, outside, j == 0 ? 135 : 443, j == 0 ? CONFIRMED : TRIED));
            }
        }
        return pairs(talks);
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }
}
