package org.rpcscope.addressmap;

import java.util.List;
import java.util.Objects;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;

/** One session of a test: who opened it, to where. */
record Seen(String source, String destination, int port) {

    /** What the bundled rules say of some sessions, under the default boundary. */
    static Detection detection(List<Seen> sessions) {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("test", "test", 1), pools);
        for (Seen seen : sessions) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(address(seen.source));
            int destination = pools.addresses().intern(address(seen.destination));
            table.open(row, source, destination, 50_000 << 16 | seen.port, row, row);
            table.see(row, row, Evidence.SYN | Evidence.DIRECTION_KNOWN);
        }
        table.end();
        List<Rule> rules = BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }
}
