package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;

/** One observation of a test, in words that a person reads. */
public record Observed(String source, String destination, int port, int evidence) {

    static final long SECOND = 1_000_000_000L;

    /** An ended table of these observations, one a second, from source port 50000. */
    public static ObservationTable table(Pools pools, long fingerprint, List<Observed> rows) {
        ObservationTable table = open(pools, fingerprint);
        rows.forEach(row -> row.append(table, 50000));
        table.end();
        return table;
    }

    /** What the bundled rules that are on say of these observations, under the default boundary. */
    public static Detection judged(List<Observed> rows) {
        Pools pools = new Pools();
        List<Rule> rules = BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table(pools, 1, rows)));
    }

    /** What all bundled rules, also those that are off, say of an ended table under the default boundary. */
    public static Detection judged(Pools pools, ObservationTable table) {
        List<Rule> rules = BundledRules.load().stream().map(BundledRule::rule).toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
    }

    static ObservationTable open(Pools pools, long fingerprint) {
        return new ObservationTable(new Input("input " + fingerprint, "test", fingerprint), pools);
    }

    void append(ObservationTable table, int sourcePort) {
        int row = table.reserve(1);
        table.open(row, id(table, source), id(table, destination), sourcePort << 16 | port, row * SECOND, row);
        table.see(row, row * SECOND, evidence);
    }

    private static int id(ObservationTable table, String text) {
        IpAddress address = IpAddress.parse(text);
        if (address == null) {
            throw new IllegalArgumentException(text);
        }
        return table.pools().addresses().intern(address);
    }
}
