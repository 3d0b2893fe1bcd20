package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.tuning.Thresholds;
import org.rpcscope.tuning.Weights;

/** Thresholds against the plainest reading of them. */
class ThresholdsPropertyTest {

    private static final List<String> HOSTS = List.of("10.0.0.1", "10.0.0.2", "45.0.0.1", "45.0.0.2", "46.0.0.1");

    /** A session; sizes of -1 are unknown. */
    record Row(int from, int to, boolean rpc, int there, int back, int packets) {}

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<Integer> host = Arbitraries.integers().between(0, HOSTS.size() - 1);
        Arbitrary<Integer> size = Arbitraries.integers().between(-1, 6);
        return Combinators.combine(host, host, Arbitraries.of(true, false), size, size, size)
                .as(Row::new);
    }

    @Provide
    Arbitrary<Thresholds> thresholds() {
        Arbitrary<Long> bound = Arbitraries.longs().between(1, 6);
        return Arbitraries.maps(Arbitraries.of(Threshold.values()), bound)
                .ofMaxSize(3)
                .map(Thresholds::new);
    }

    @Provide
    Arbitrary<Networks> networks() {
        return Arbitraries.of("10.0.0.0/8", "10.0.0.1/32", "45.0.0.0/8")
                .map(cidr -> Profile.defaults()
                        .withInternal(List.of(new NetworkEntry(cidr, true, "")))
                        .networks(1));
    }

    @Property(tries = 500)
    void whatEveryThresholdKeepsIsFlagged(
            @ForAll @Size(max = 12) List<@From("rows") Row> rows,
            @ForAll("thresholds") Thresholds thresholds,
            @ForAll("thresholds") Thresholds others,
            @ForAll("networks") Networks networks) {
        Pools pools = new Pools();
        ObservationTable table = table(pools, rows);
        Detector detector = new Detector(pools, Rules.outboundRpc(), networks, Weights.defaults());
        Detection all = detector.run(List.of(table));
        List<Integer> wanted = IntStream.range(0, rows.size())
                .filter(i -> all.flagged(i) && kept(rows, i, thresholds))
                .boxed()
                .toList();
        Detection narrowed = all.narrowed(others).narrowed(thresholds);
        Detection judged = narrowed.judged(Rules.outboundRpc(), List.of());
        Detection moved = all.under(Networks.defaults()).narrowed(thresholds).under(networks);
        detector.thresholds(thresholds);
        Detection run = detector.run(List.of(table));
        for (Detection found : List.of(narrowed, judged, moved, run)) {
            assertEquals(wanted, list(found.flaggedSessions()));
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(wanted.contains(i) ? all.rules(i) : List.of(), found.rules(i));
            }
        }
        assertEquals(
                list(all.flaggedSessions()), list(run.narrowed(Thresholds.NONE).flaggedSessions()));
        for (Threshold threshold : Threshold.values()) {
            Histogram histogram = Histogram.of(run, threshold);
            Map<Integer, Integer> bins = new TreeMap<>();
            int unknown = 0;
            for (int i = 0; i < rows.size(); i++) {
                if (all.flagged(i) && kept(rows, i, thresholds.with(threshold, 0))) {
                    long value = value(rows, i, threshold);
                    if (value < 0) {
                        unknown++;
                    } else {
                        bins.merge(Histogram.bin(value), 1, Integer::sum);
                    }
                }
            }
            Map<Integer, Integer> counted = new TreeMap<>();
            for (int bin = 0; bin < Histogram.BINS; bin++) {
                int at = bin;
                int sum = Arrays.stream(Tier.values())
                        .mapToInt(tier -> histogram.count(at, tier))
                        .sum();
                if (sum > 0) {
                    counted.put(bin, sum);
                }
            }
            assertEquals(bins, counted);
            assertEquals(unknown, histogram.unknown());
            Detection without = run.narrowed(thresholds.with(threshold, 0));
            assertEquals(without.flaggedCount(), histogram.count());
            assertEquals(without.flaggedCount() - run.flaggedCount(), histogram.hidden());
        }
    }

    @Property(tries = 300)
    void theEffectIsTheDifferenceInSessionsAndHostsWhateverWasChanged(
            @ForAll @Size(max = 12) List<@From("rows") Row> rows,
            @ForAll("thresholds") Thresholds thresholds,
            @ForAll("networks") Networks networks,
            @ForAll("networks") Networks others,
            @ForAll boolean fewer) {
        Pools pools = new Pools();
        ObservationTable table = table(pools, rows);
        Detection now = new Detector(pools, Rules.outboundRpc(), networks, Weights.defaults()).run(List.of(table));
        List<Rule> rules = fewer
                ? List.of(Rules.rule("inbound", Level.LOW, Rules.item("network.direction", "inbound")))
                : Rules.outboundRpc();
        Detection then = now.judged(rules).narrowed(thresholds).under(others);
        Effect effect = now.effect(then);
        assertEquals(missing(then, now), list(effect.addedSessions()));
        assertEquals(missing(now, then), list(effect.removedSessions()));
        assertEquals(missing(then, now).size(), effect.added());
        assertEquals(missing(now, then).size(), effect.removed());
        List<IpAddress> before = hosts(now);
        List<IpAddress> after = hosts(then);
        Effect.HostEffect hosts = effect.hosts(now.sessions());
        assertEquals(after.stream().filter(host -> !before.contains(host)).toList(), hosts.added());
        assertEquals(before.stream().filter(host -> !after.contains(host)).toList(), hosts.removed());
    }

    private static List<Integer> missing(Detection from, Detection in) {
        return list(from.flaggedSessions()).stream()
                .filter(session -> !in.flagged(session))
                .toList();
    }

    /** The hosts that are ranked under some boundary, in order of address. */
    private static List<IpAddress> hosts(Detection detection) {
        return Hosts.of(detection, new Progress()).stream()
                .map(Host::address)
                .sorted()
                .toList();
    }

    private static boolean kept(List<Row> rows, int row, Thresholds thresholds) {
        Map<Threshold, Boolean> kept = new EnumMap<>(Threshold.class);
        thresholds.bounds().forEach((threshold, bound) -> {
            long value = value(rows, row, threshold);
            kept.put(threshold, value < 0 || (threshold == Threshold.PREVALENCE ? value <= bound : value >= bound));
        });
        return !kept.containsValue(false);
    }

    /** Rules of these tests match what is RPC, by port or by what was said. */
    private static long value(List<Row> rows, int row, Threshold threshold) {
        Row it = rows.get(row);
        List<Row> candidates = rows.stream().filter(Row::rpc).toList();
        return switch (threshold) {
            case BYTES -> it.there() < 0 || it.back() < 0 ? -1 : it.there() + it.back();
            case PACKETS -> it.packets() < 0 ? -1 : 2L * it.packets();
            case REPEATS ->
                candidates.stream()
                        .filter(other -> other.from() == it.from() && other.to() == it.to())
                        .count();
            case PREVALENCE ->
                candidates.stream()
                        .filter(other -> other.to() == it.to())
                        .map(Row::from)
                        .distinct()
                        .count();
        };
    }

    private static ObservationTable table(Pools pools, List<Row> rows) {
        ObservationTable table = Observed.open(pools, 1);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int evidence = Evidence.SYN | Evidence.DIRECTION_KNOWN;
            new Observed(HOSTS.get(row.from()), HOSTS.get(row.to()), row.rpc() ? 135 : 80, evidence)
                    .append(table, 50000 + i);
            table.count(i, row.there(), row.back(), row.packets(), row.packets());
        }
        table.end();
        return table;
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
