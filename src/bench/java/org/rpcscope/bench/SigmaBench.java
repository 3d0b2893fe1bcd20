package org.rpcscope.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.EventEvaluator;
import org.rpcscope.sigma.EventMatcher;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleIndex;
import org.rpcscope.sigma.RuleReader;

/** How long 3,000 rules take to load, and how many events a second one thread asks of them, with and without the index. */
public final class SigmaBench {

    private static final int RULES = 3000;
    private static final int EVENTS = 20_000;

    private SigmaBench() {}

    public static void main(String[] args) {
        List<String> texts = new SigmaGenerator(1).rules(RULES);
        List<SigmaGenerator.Labelled> events = new SigmaGenerator(2).events(EVENTS);
        for (int round = 0; round < 5; round++) {
            long start = now();
            List<Rule> rules = load(texts);
            long loaded = now();
            RuleIndex index = new RuleIndex(rules);
            EventMatcher matcher = new EventMatcher(index);
            long indexed = now();
            print(
                    "load %d rules: %.2f s, index: %.2f s, asked of every event: %d",
                    rules.size(), seconds(start, loaded), seconds(loaded, indexed), index.asked());
            indexed(matcher, events, true);
            indexed(matcher, events, false);
            if (round == 4) {
                plain(rules, events.subList(0, EVENTS / 20), true);
                plain(rules, events.subList(0, EVENTS / 20), false);
            }
        }
    }

    private static List<Rule> load(List<String> texts) {
        RuleReader reader = new RuleReader(FieldNames.load());
        List<RuleFile> files =
                texts.stream().map(text -> reader.read("generated.yml", text)).toList();
        RuleBook book = RuleBook.of(files, FieldNames.load());
        if (!book.rejected().isEmpty()) {
            throw new IllegalStateException("rejected: " + book.rejected().getFirst());
        }
        return book.rules();
    }

    private static void indexed(EventMatcher matcher, List<SigmaGenerator.Labelled> events, boolean routed) {
        LogSource unknown = new LogSource(null, null, null);
        long start = now();
        long matches = 0;
        for (SigmaGenerator.Labelled each : events) {
            matches += matcher.matches(routed ? each.source() : unknown, each.event())
                    .size();
        }
        report("index" + (routed ? " and routing" : ""), events.size(), start, matches);
    }

    private static void plain(List<Rule> rules, List<SigmaGenerator.Labelled> events, boolean routed) {
        long start = now();
        long matches = 0;
        for (SigmaGenerator.Labelled each : events) {
            for (Rule rule : rules) {
                boolean asked = !routed || rule.logSource().agreesWith(each.source());
                matches += asked && EventEvaluator.matches(rule.expression(), each.event()) ? 1 : 0;
            }
        }
        report(routed ? "routing alone" : "neither", events.size(), start, matches);
    }

    private static void report(String how, int events, long start, long matches) {
        print("%s: %,.0f events/s, %d matches", how, events / seconds(start, now()), matches);
    }

    /** Processor time of this thread, in nanoseconds: others may want the processor too. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
