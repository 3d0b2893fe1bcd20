package org.rpcscope.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.Effect;
import org.rpcscope.detect.Exceptions;
import org.rpcscope.net.Networks;
import org.rpcscope.query.FieldNames;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleReader;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

/**
 * All bundled rules and sixty network rules over ten million sessions: a full run, and what follows a changed CIDR, a changed
 * exception, and another version of one rule.
 */
public final class RulesBench {

    private static final int SESSIONS = 10_000_000;
    private static final int ADDRESSES = 1_000_000;
    private static final int ROUNDS = 5;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private RulesBench() {}

    public static void main(String[] args) {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : SESSIONS;
        Pools pools = new Pools();
        SyntheticCase synthetic = new SyntheticCase(sessions, Math.min(ADDRESSES, sessions), true);
        List<ObservationTable> tables = List.of(synthetic.table(pools, synthetic.intern(pools)));
        List<Rule> rules = rules();
        Profile moved = Profile.defaults().withExternal(List.of(new NetworkEntry("10.20.0.0/16", true, "")));
        for (int round = 0; round < ROUNDS; round++) {
            long start = now();
            Detection all = new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(tables);
            long run = now();
            Effect cidr = all.whatIf(moved.networks(1));
            long tuned = now();
            Effect except = all.whatIf(Networks.defaults(), exception("45.148.10." + round));
            long excepted = now();
            int matches = all.judged(rules.subList(0, 1), List.of()).flaggedCount();
            long tried = now();
            print(
                    "%d rules, %,d sessions: all %.2f s (%,d flagged); a CIDR %.2f ms (+%,d −%,d); an exception %.1f"
                            + " ms (−%,d); one rule %.0f ms (%,d)",
                    rules.size(),
                    sessions,
                    (run - start) / 1e9,
                    all.flaggedCount(),
                    (tuned - run) / 1e6,
                    cidr.added(),
                    cidr.removed(),
                    (excepted - tuned) / 1e6,
                    except.removed(),
                    (tried - excepted) / 1e6,
                    matches);
        }
    }

    private static List<FilterRule> exception(String address) {
        String yaml = "title: E\nlogsource: {product: windows}\nfilter:\n  rules: any\n  s: {DestinationIp: " + address
                + "}\n  condition: not s\n";
        return Exceptions.of(List.of(new ExceptionEntry(yaml, true)), DAY).applying(DAY);
    }

    /** The bundled ones, and sixty of the usual shapes: ports, networks, protocols and states, with filters of local ranges. */
    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(
                BundledRules.load().stream().map(BundledRule::rule).toList());
        RuleReader reader = new RuleReader(FieldNames.load());
        for (int i = 0; i < 60; i++) {
            rules.addAll(reader.read("rule " + i, rule(i)).rules());
        }
        return rules;
    }

    private static String rule(int i) {
        String local =
                "        DestinationIp|cidr: [127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16,"
                        + " '::1/128', 'fe80::/10', 'fc00::/7']\n";
        String selection = switch (i % 4) {
            case 0 -> "        DestinationPort: [" + (1000 + i) + ", " + (2000 + i) + ", 8443]\n";
            case 1 -> "        DestinationIp|cidr: [45." + i + ".0.0/16, '2a00:" + i + "::/32']\n";
            case 2 -> "        Protocol: tcp\n        DestinationPort|gte: " + (60_000 + i) + "\n";
            default -> "        SourceIp|cidr: 10." + i + ".0.0/16\n        DestinationPort: [22, 3389, " + i + "]\n";
        };
        return "title: Rule " + i + "\nlogsource: {category: network_connection, product: windows}\ndetection:\n"
                + "    selection:\n        Initiated: 'true'\n" + selection + "    filter_main_local:\n" + local
                + "    condition: selection and not 1 of filter_main_*\nlevel: low\n";
    }

    /** Processor time of this thread, in nanoseconds: others may want the processor too. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
