package org.rpcscope.cases;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.EventRules;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.Rule;

/**
 * Rules about the records of the open case that are no sessions. Their fields are not kept, so whoever asks other rules than
 * those of the import reads the inputs once more: work for jobs. Any thread.
 */
public final class CaseRules {

    private final Formats<ObservationTable> formats;
    private final Supplier<List<ObservationTable>> tables;
    private final Set<ObservationTable> unable = ConcurrentHashMap.newKeySet(); // to be read again
    private volatile @Nullable EventRules asked;

    CaseRules(Formats<ObservationTable> formats, Supplier<List<ObservationTable>> tables) {
        this.formats = formats;
        this.tables = tables;
    }

    /** Whether there are events that were asked other rules than these, and can be asked again. */
    public boolean behind(EventRules rules) {
        return tables.get().stream().anyMatch(table -> isBehind(table, rules));
    }

    private boolean isBehind(ObservationTable table, EventRules rules) {
        boolean known = rules == asked && unable.contains(table);
        return judged(table) && table.events().judges() != rules && !known;
    }

    private static boolean judged(ObservationTable table) {
        return table.ended() && table.events().count() > 0;
    }

    /**
     * Asks rules about all events that were asked others. The result is how many inputs were read for it; those that are gone
     * or changed keep what was said of them.
     */
    public Job<Integer> judging(EventRules rules) {
        return Job.of("rules about events", progress -> {
            if (rules != asked) {
                unable.clear();
                asked = rules;
            }
            int read = 0;
            for (ObservationTable table : tables.get()) {
                if (isBehind(table, rules) && !progress.cancelled()) {
                    ObservationTable again = again(table.input(), rules, progress);
                    if (progress.cancelled()) {
                        break;
                    }
                    if (again == null || !table.events().judgedAs(again.events())) {
                        unable.add(table);
                    }
                    read++;
                }
            }
            return read;
        });
    }

    /** How many events each rule matches. */
    public Map<Rule, Integer> matches() {
        Map<Rule, Integer> matches = new HashMap<>();
        for (ObservationTable table : tables.get()) {
            EventTable events = table.events();
            EventRules rules = EventRules.of(events);
            for (int event : events.matches()) {
                rules.of(events.verdict(event)).forEach(rule -> matches.merge(rule, 1, Integer::sum));
            }
        }
        return matches;
    }

    /**
     * How many events some rules match.
     *
     * @param matches of the rules as they are now
     * @param added that the rules before did not match
     * @param removed that the rules now do not match any more
     * @param events that were looked at
     */
    public record Tried(int matches, int added, int removed, int events) {}

    /** Tries rules on all events; beside them what they were before. */
    public Job<Tried> trying(List<Rule> before, List<Rule> now) {
        return Job.of("trial", progress -> {
            EventRules old = new EventRules(before, List.of(), _ -> true);
            EventRules fresh = new EventRules(now, List.of(), _ -> true);
            AtomicIntegerArray counts = new AtomicIntegerArray(4);
            for (ObservationTable table : tables.get()) {
                if (judged(table) && !progress.cancelled()) {
                    again(table.input(), () -> comparing(old.get(), fresh.get(), counts), progress);
                }
            }
            return new Tried(counts.get(0), counts.get(1), counts.get(2), counts.get(3));
        });
    }

    private static EventJudge comparing(EventJudge old, EventJudge fresh, AtomicIntegerArray counts) {
        return event -> {
            boolean before = old.judge(event) != null;
            boolean now = fresh.judge(event) != null;
            counts.addAndGet(0, now ? 1 : 0);
            counts.addAndGet(1, now && !before ? 1 : 0);
            counts.addAndGet(2, before && !now ? 1 : 0);
            counts.incrementAndGet(3);
            return null;
        };
    }

    /** Reads an input once more; null where that cannot be. */
    private @Nullable ObservationTable again(Input input, Supplier<EventJudge> judges, Progress progress) {
        InputFormat<ObservationTable> format = formats.byName(input.format()).orElse(null);
        if (format == null) {
            return null;
        }
        try (ByteSource source = Transcripts.open(input)) {
            ObservationTable again = new ObservationTable(input, new Pools(), judges);
            int threads = Runtime.getRuntime().availableProcessors();
            format.read(source, again, new InputFormat.Reading(threads, progress, new Problems()));
            again.end();
            return again;
        } catch (IOException _) { // gone since
            return null;
        }
    }
}
