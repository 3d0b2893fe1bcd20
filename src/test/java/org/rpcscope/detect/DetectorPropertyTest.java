package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.query.Column;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

class DetectorPropertyTest {

    private static final List<String> ADDRESSES = List.of(
            "10.20.0.1",
            "10.20.0.2",
            "10.30.0.1",
            "192.168.1.1",
            "45.148.10.77",
            "8.8.8.8",
            "224.0.0.1",
            "fd00::1",
            "2600::1",
            "64:ff9b::a14:1",
            "2002:a14:1::1");

    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/8",
            "10.20.0.0/16",
            "10.20.0.2/32",
            "0.0.0.0/0",
            "192.168.0.0/16",
            "45.148.0.0/16",
            "::/0",
            "2600::/16",
            "64:ff9b::/96",
            "2002::/16");

    private final Pools pools = new Pools();

    @Property(tries = 300)
    void aSessionIsFlaggedWhereARuleHoldsForOneOfItsObservations(
            @ForAll @Size(max = 3) List<@From("inputs") List<Observed>> inputs,
            @ForAll("rules") List<Rule> rules,
            @ForAll("networks") Networks networks) {
        List<ObservationTable> tables = tables(inputs);
        Detection detection = new Detector(pools, rules, networks, Weights.defaults()).run(tables);
        List<Integer> expected = new ArrayList<>();
        for (int session = 0; session < detection.sessions().count(); session++) {
            List<Rule> matching = new ArrayList<>();
            for (Rule rule : rules) {
                if (holds(rule.expression(), detection.sessions(), session, networks)) {
                    matching.add(rule);
                }
            }
            assertEquals(matching, detection.finding(session).rules());
            if (!matching.isEmpty()) {
                expected.add(session);
            }
        }
        assertEquals(expected, list(detection.flaggedSessions()));
    }

    @Property(tries = 500)
    void theEffectIsTheDifferenceOfTwoRuns(
            @ForAll @Size(min = 1, max = 3) List<@From("inputs") List<Observed>> inputs,
            @ForAll("rules") List<Rule> rules,
            @ForAll("networks") Networks now,
            @ForAll("networks") Networks next) {
        List<ObservationTable> tables = tables(inputs);
        Detection before = new Detector(pools, rules, now, Weights.defaults()).run(tables);
        Detection after = new Detector(pools, rules, next, Weights.defaults()).run(tables);
        Effect effect = before.whatIf(next);
        TreeSet<Integer> added = new TreeSet<>(list(after.flaggedSessions()));
        added.removeAll(list(before.flaggedSessions()));
        TreeSet<Integer> removed = new TreeSet<>(list(before.flaggedSessions()));
        removed.removeAll(list(after.flaggedSessions()));
        assertEquals(List.copyOf(added), list(effect.addedSessions()));
        assertEquals(List.copyOf(removed), list(effect.removedSessions()));
        int[] counts = before.countsByTier();
        for (int tier = 0; tier < counts.length; tier++) {
            counts[tier] += effect.addedByTier()[tier] - effect.removedByTier()[tier];
        }
        assertEquals(list(after.countsByTier()), list(counts));
        assertSame(after, before.under(next));
    }

    @Property(tries = 200)
    void theEffectAmongManyCandidatesIsTheDifferenceOfTwoRuns(
            @ForAll @Size(min = 60, max = 200) List<@From("rows") Observed> input,
            @ForAll("networks") Networks now,
            @ForAll("networks") Networks next) {
        List<ObservationTable> tables = tables(List.of(input));
        List<Rule> rules = Rules.outboundRpc();
        Detection before = new Detector(pools, rules, now, Weights.defaults()).run(tables);
        assertSame(new Detector(pools, rules, next, Weights.defaults()).run(tables), before.under(next));
    }

    @Property(tries = 300)
    void whatWasLearnedStepByStepIsWhatIsLearnedAtOnce(
            @ForAll @Size(min = 1, max = 40) List<@From("rows") Observed> rows,
            @ForAll @Size(min = 1, max = 40) List<Integer> steps,
            @ForAll("rules") List<Rule> rules,
            @ForAll("networks") Networks networks) {
        ObservationTable table = Observed.open(pools, 1);
        Detector detector = new Detector(pools, Rules.outboundRpc(), Networks.defaults(), Weights.defaults());
        int written = 0;
        for (int step : steps) {
            switch (Math.floorMod(step, 6)) {
                case 0, 1 -> {
                    if (written < rows.size()) {
                        rows.get(written++).append(table, 50000);
                    }
                }
                case 2 -> table.publish();
                case 3 -> {
                    if (table.rows() > 0) {
                        int row = Math.floorMod(step / 6, table.rows());
                        table.see(row, row, Evidence.DCE_RPC);
                        table.touch(row);
                    }
                }
                case 4 -> detector.networks(networks);
                default -> detector.rules(rules);
            }
            detector.run(List.of(table));
        }
        table.end();
        detector.networks(networks);
        detector.rules(rules);
        assertSame(
                new Detector(pools, rules, networks, Weights.defaults()).run(List.of(table)),
                detector.run(List.of(table)));
    }

    @Property(tries = 10)
    void anyNumberOfThreadsFindsTheSame(@ForAll("rows") Observed odd, @ForAll("rules") List<Rule> rules) {
        ObservationTable table = Observed.open(pools, 1);
        Observed usual = new Observed("10.20.0.1", "8.8.8.8", 443, 0);
        for (int row = 0; row < 5 * Column.BLOCK + 7; row++) {
            (row % 1000 == 5 ? odd : usual).append(table, row & 0xFFFF);
        }
        table.end();
        Networks networks = Networks.defaults();
        Detection alone = new Detector(pools, rules, networks, Weights.defaults()).run(List.of(table));
        try (Workers workers = new Workers(3)) {
            assertSame(alone, new Detector(pools, rules, networks, Weights.defaults()).run(List.of(table), workers));
        }
    }

    private static void assertSame(Detection expected, Detection found) {
        assertEquals(list(expected.flaggedSessions()), list(found.flaggedSessions()));
        assertEquals(list(expected.flaggedByScore()), list(found.flaggedByScore()));
        assertEquals(list(expected.countsByTier()), list(found.countsByTier()));
        int sessions = Math.min(expected.sessions().count(), 100);
        assertEquals(
                IntStream.range(0, sessions).mapToObj(expected::finding).toList(),
                IntStream.range(0, sessions).mapToObj(found::finding).toList());
    }

    /** The meaning of an expression, as plainly as it can be said. */
    private static boolean holds(Expression expression, Sessions sessions, int session, Networks networks) {
        int best = sessions.best(session);
        ObservationTable known = sessions.tables().get(sessions.table(best));
        IpAddress source = address(known, known.source(sessions.row(best)));
        IpAddress destination = address(known, known.destination(sessions.row(best)));
        Boundary boundary = new Boundary(
                Direction.of(networks.zone(source), networks.zone(destination)),
                networks.partner(source) != null,
                networks.partner(destination) != null);
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            if (holds(expression, table, sessions.row(place), boundary)) {
                return true;
            }
        }
        return false;
    }

    /** What the networks say of a session. */
    private record Boundary(Direction direction, boolean sourcePartner, boolean destinationPartner) {}

    private static boolean holds(Expression expression, ObservationTable table, int row, Boundary boundary) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) ->
                parts.stream().allMatch(part -> holds(part, table, row, boundary));
            case Expression.Or(List<Expression> parts) ->
                parts.stream().anyMatch(part -> holds(part, table, row, boundary));
            case Expression.Not(Expression part) -> !holds(part, table, row, boundary);
            case Expression.Always(boolean value) -> value;
            case Expression.Search(String _, Expression part) -> holds(part, table, row, boundary);
            case Expression.AnyField _, Expression.FieldPair _, Expression.SomeOperation _ ->
                throw new IllegalArgumentException("none is drawn here: " + expression);
            case Expression.Item item ->
                switch (item.field()) {
                    case "network.direction" -> item.test().text(boundary.direction.label());
                    case "rpcscope.source_partner" -> item.test().text(String.valueOf(boundary.sourcePartner));
                    case "rpcscope.destination_partner" ->
                        item.test().text(String.valueOf(boundary.destinationPartner));
                    case "destination.port" -> item.test().number(table.destinationPort(row));
                    case "source.ip" -> item.test().address(address(table, table.source(row)));
                    case "network.protocol" ->
                        Evidence.has(table.evidence(row), Evidence.DCE_RPC)
                                && item.test().text("dce_rpc");
                    default -> throw new IllegalArgumentException(item.field());
                };
        };
    }

    private static IpAddress address(ObservationTable table, int id) {
        return table.pools().addresses().address(id);
    }

    private List<ObservationTable> tables(List<List<Observed>> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> Observed.table(pools, i, inputs.get(i)))
                .toList();
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Provide
    Arbitrary<Observed> rows() {
        Arbitrary<Integer> evidence = Arbitraries.of(
                0,
                Evidence.SYN,
                Evidence.SYN | Evidence.REFUSED,
                Evidence.DCE_RPC,
                Evidence.UDP | Evidence.DCE_RPC,
                Evidence.TURNED | Evidence.DCE_RPC,
                Evidence.DIRECTION_KNOWN,
                Evidence.LOG_ESTABLISHED);
        return Combinators.combine(
                        Arbitraries.of(ADDRESSES), Arbitraries.of(ADDRESSES), Arbitraries.of(135, 443, 50000), evidence)
                .as(Observed::new);
    }

    @Provide
    Arbitrary<List<Observed>> inputs() {
        return rows().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<Networks> networks() {
        Arbitrary<List<NetworkEntry>> entries = Arbitraries.of(NETWORKS)
                .map(cidr -> new NetworkEntry(cidr, true, ""))
                .list()
                .ofMaxSize(4);
        return Combinators.combine(entries, entries, entries)
                .as((internal, external, partner) -> Profile.defaults()
                        .withInternal(internal)
                        .withExternal(external)
                        .withPartner(partner)
                        .networks(1));
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<Expression> items = Arbitraries.of(
                Rules.OUTBOUND,
                Rules.PORT_135,
                Rules.DCE_RPC,
                Rules.item("network.direction", "internal"),
                Rules.item("network.direction", "unknown"),
                Rules.item("rpcscope.source_partner", "false"),
                Rules.item("rpcscope.destination_partner", "true"),
                Rules.in("source.ip", "10.20.0.0/16"));
        Arbitrary<Expression> pairs = Combinators.combine(items, items).as((a, b) -> Rules.and(a, b));
        Arbitrary<Expression> mixed = Combinators.combine(items, pairs).as((a, b) -> Rules.or(a, Rules.not(b)));
        return Arbitraries.oneOf(items, pairs, mixed, mixed.map(Rules::not))
                .map(expression -> Rules.rule(expression.toString(), Level.MEDIUM, expression))
                .list()
                .ofMaxSize(4);
    }
}
