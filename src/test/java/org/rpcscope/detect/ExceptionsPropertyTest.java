package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

/** Exceptions against the plainest reading of them: each rule and each exception is run alone, and taken away by hand. */
class ExceptionsPropertyTest {

    private static final LogSource SOURCE = new LogSource("network_connection", "windows", null);

    private final Pools pools = new Pools();

    @Property(tries = 400)
    void aRuleIsTakenAwayWhereAnExceptionAboutItFails(
            @ForAll @Size(max = 3) List<@Size(max = 10) List<@From("rows") Observed>> inputs,
            @ForAll("rules") List<Rule> rules,
            @ForAll("exceptions") List<FilterRule> exceptions,
            @ForAll("networks") Networks networks) {
        List<ObservationTable> tables = tables(inputs);
        Detector detector = new Detector(pools, rules, networks, Weights.defaults());
        detector.rules(rules, exceptions);
        Detection found = detector.run(tables);
        Map<FilterRule, Integer> hidden = new HashMap<>();
        for (int session = 0; session < found.sessions().count(); session++) {
            List<Rule> matching = found.judged(rules, List.of()).rules(session);
            List<FilterRule> taking = taking(found, exceptions, matching, session);
            List<Rule> left = matching.stream()
                    .filter(rule -> taking.stream().noneMatch(exception -> exception.covers(rule)))
                    .toList();
            assertEquals(left, found.rules(session));
            assertEquals(!left.isEmpty(), found.flagged(session));
            assertEquals(taking, found.excepted(session));
            if (left.isEmpty()) {
                Set.copyOf(taking).forEach(exception -> hidden.merge(exception, 1, Integer::sum));
            }
        }
        assertEquals(hidden, found.hidden());
    }

    @Property(tries = 300)
    void theExplanationHoldsWhereTheRuleIsNotTakenAway(
            @ForAll @Size(max = 10) List<@From("rows") Observed> input,
            @ForAll("rules") List<Rule> rules,
            @ForAll("exceptions") List<FilterRule> exceptions,
            @ForAll("networks") Networks networks) {
        Detector detector = new Detector(pools, rules, networks, Weights.defaults());
        detector.rules(rules, exceptions);
        Detection found = detector.run(tables(List.of(input)));
        for (int session = 0; session < found.sessions().count(); session++) {
            for (Rule rule : rules) {
                assertEquals(
                        found.rules(session).contains(rule),
                        found.explain(rule, session).holds());
            }
        }
    }

    /** The exceptions about rules that match, whose condition alone, as a rule, does not hold for all observations. */
    private static List<FilterRule> taking(
            Detection found, List<FilterRule> exceptions, List<Rule> matching, int session) {
        return exceptions.stream()
                .filter(exception -> matching.stream().anyMatch(exception::covers))
                .filter(exception -> {
                    Rule fails = Rules.rule("fails", Level.LOW, Rules.not(exception.expression()));
                    return found.judged(List.of(fails), List.of()).flagged(session);
                })
                .toList();
    }

    @Property(tries = 300)
    void theEffectOfOtherExceptionsIsTheDifferenceOfTwoRuns(
            @ForAll @Size(max = 3) List<@Size(max = 10) List<@From("rows") Observed>> inputs,
            @ForAll("rules") List<Rule> rules,
            @ForAll("exceptions") List<FilterRule> now,
            @ForAll("exceptions") List<FilterRule> next,
            @ForAll("networks") Networks networks) {
        List<ObservationTable> tables = tables(inputs);
        Detector detector = new Detector(pools, rules, Networks.defaults(), Weights.defaults());
        detector.rules(rules, now);
        Detection before = detector.run(tables);
        Effect effect = before.whatIf(networks, next);
        Detection excepting = before.excepting(next).under(networks);
        Detection judged = before.judged(rules, next).under(networks);
        detector.rules(rules, next);
        detector.networks(networks);
        Detection after = detector.run(tables);
        for (Detection other : List.of(excepting, judged)) {
            assertEquals(list(after.flaggedByScore()), list(other.flaggedByScore()));
            for (int session = 0; session < after.sessions().count(); session++) {
                assertEquals(after.finding(session), other.finding(session));
                assertEquals(after.excepted(session), other.excepted(session));
            }
        }
        assertEquals(difference(after, before), list(effect.addedSessions()));
        assertEquals(difference(before, after), list(effect.removedSessions()));
    }

    private static List<Integer> difference(Detection in, Detection notIn) {
        return IntStream.of(in.flaggedSessions())
                .filter(session -> !notIn.flagged(session))
                .boxed()
                .toList();
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private List<ObservationTable> tables(List<List<Observed>> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> Observed.table(pools, i, inputs.get(i)))
                .toList();
    }

    @Provide
    Arbitrary<Observed> rows() {
        Arbitrary<String> addresses =
                Arbitraries.of("10.20.0.1", "10.20.0.2", "8.8.8.8", "203.0.114.5", "fd00::1", "64:ff9b::a14:1");
        Arbitrary<Integer> evidence = Arbitraries.of(
                0, Evidence.SYN, Evidence.DCE_RPC, Evidence.TURNED | Evidence.DCE_RPC, Evidence.DIRECTION_KNOWN);
        return Combinators.combine(addresses, addresses, Arbitraries.of(135, 443), evidence)
                .as(Observed::new);
    }

    @Provide
    Arbitrary<Networks> networks() {
        return Arbitraries.of("10.20.0.0/16", "8.8.8.8/32", "203.0.114.0/24", "64:ff9b::/96")
                .map(cidr -> new NetworkEntry(cidr, true, ""))
                .list()
                .ofMaxSize(3)
                .map(internal -> Profile.defaults().withInternal(internal).networks(1));
    }

    private static Arbitrary<Expression> expressions() {
        Arbitrary<Expression> items = Arbitraries.of(
                Rules.OUTBOUND,
                Rules.PORT_135,
                Rules.DCE_RPC,
                Rules.item("rpcscope.destination_zone", "external"),
                Rules.in("source.ip", "10.20.0.1/32"),
                Rules.in("destination.ip", "8.8.8.0/24"));
        Arbitrary<Expression> pairs = Combinators.combine(items, items).as((a, b) -> Rules.and(a, b));
        Arbitrary<Expression> mixed = Combinators.combine(items, pairs).as((a, b) -> Rules.or(a, Rules.not(b)));
        return Arbitraries.oneOf(items, pairs, mixed);
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return Combinators.combine(Arbitraries.of("a", "b", "c"), expressions())
                .as((id, expression) -> Rules.rule(id, Level.MEDIUM, expression))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<FilterRule>> exceptions() {
        Arbitrary<List<String>> about =
                Arbitraries.of("a", "b", "nobody").list().ofMaxSize(2);
        Arbitrary<Expression> conditions =
                Arbitraries.oneOf(expressions(), expressions().map(Rules::not));
        return Combinators.combine(Arbitraries.integers(), about, conditions)
                .as((number, rules, condition) -> new FilterRule(
                        Rules.rule("x" + number, Level.LOW, condition).info(), 1, SOURCE, rules, condition, null))
                .list()
                .ofMaxSize(3);
    }
}
