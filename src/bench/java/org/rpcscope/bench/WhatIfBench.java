package org.rpcscope.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.Effect;
import org.rpcscope.net.Networks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

/**
 * Moves the boundary over ten million sessions between a million addresses, of which 160,000 are RPC that leaves the
 * network: from the changed text of a CIDR to the flagged set and what it adds and removes. And, for comparison, all rules
 * over all sessions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
// The heap is touched beforehand: where a page that is used first costs much, the first seconds measure the system.
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class WhatIfBench {

    /** The network that is switched off and on in turn. */
    @Param({"10.20.0.0/16", "10.0.0.0/9", "10.0.0.0/8", "45.148.10.0/24"})
    private String network = "";

    private List<ObservationTable> tables = List.of();
    private Detector detector = new Detector(new Pools(), List.of(), Networks.defaults(), Weights.defaults());
    private Detection detection = Detection.none(Networks.defaults());
    private boolean within;

    @Setup
    public void fill() {
        Pools pools = new Pools();
        SyntheticCase synthetic = new SyntheticCase(10_000_000, 1_000_000, true);
        tables = List.of(synthetic.table(pools, synthetic.intern(pools)));
        detector = new Detector(pools, rules(), Networks.defaults(), Weights.defaults());
        detection = detector.run(tables);
        System.out.println(detection.sessions().count() + " sessions, "
                + pools.addresses().size() + " addresses, " + detection.flaggedCount() + " flagged");
        Effect effect = detection.whatIf(changed());
        System.out.println("the change adds " + effect.added() + " and removes " + effect.removed());
    }

    static List<Rule> rules() {
        return BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .toList();
    }

    /** The default boundary with the network taken to be external; the text is read as it is when it is typed. */
    private Networks changed() {
        return Profile.defaults()
                .withExternal(List.of(new NetworkEntry(network, true, "")))
                .networks(1);
    }

    /** What the window shows while a line is edited. */
    @Benchmark
    public int effect() {
        Effect effect = detection.whatIf(changed());
        return effect.added() + effect.removed();
    }

    /** The same, and the change applied: a new set of flagged sessions, from which the next change starts. */
    @Benchmark
    public int effectAndApply() {
        Networks next = within ? Profile.defaults().networks(0) : changed();
        within = !within;
        Effect effect = detection.whatIf(next);
        detection = detection.under(next);
        return effect.added() + effect.removed() + detection.flaggedCount();
    }

    /** The rules over every session, on one thread, as after opening. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 3, time = 2)
    public int everythingAgain() {
        Detector fresh = new Detector(tables.getFirst().pools(), rules(), Networks.defaults(), Weights.defaults());
        return fresh.run(tables).flaggedCount();
    }

    /** A run that finds nothing changed, as ten times a second while nothing is read. */
    @Benchmark
    public int nothingChanged() {
        return detector.run(tables).flaggedCount();
    }
}
