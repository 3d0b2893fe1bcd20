package org.rpcscope.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.EventFindings;
import org.rpcscope.detect.EventRules;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Input;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.RuleInfo;

/**
 * The records of the open case that are no sessions. The case keeps neither their fields nor their text: these are read
 * from the file again, by the reader that read it first, from the start to the record. All of it is work for jobs. Any
 * thread.
 */
public final class CaseEvents {

    private final Formats<ObservationTable> formats;
    private final Supplier<List<ObservationTable>> tables;
    private final CaseRules rules;
    private volatile Predicate<RuleInfo> reported = _ -> true;
    private volatile Told told = new Told(List.of(), null, List.of());

    /**
     * What correlations said.
     *
     * @param rules of the events of each table, by which it was said
     */
    private record Told(List<EventRules> rules, @Nullable Detection detection, List<EventFinding> alerts) {}

    /** @param tables of the open case */
    public CaseEvents(Formats<ObservationTable> formats, Supplier<List<ObservationTable>> tables) {
        this.formats = formats;
        this.tables = tables;
        this.rules = new CaseRules(formats, tables);
    }

    /** What rules say of these records. */
    public CaseRules rules() {
        return rules;
    }

    /** Says which rules are reported from now on; the others are as if they had not matched. */
    public void report(Predicate<RuleInfo> which) {
        reported = which;
    }

    /**
     * What else happened on some hosts, so many nanoseconds before and after a moment.
     *
     * @param detection of the sessions that take part in correlations
     */
    public Job<RelatedEvents> relating(Detection detection, Set<IpAddress> hosts, long time, long span) {
        return Job.of("related events", progress -> {
            List<ObservationTable> now = tables.get();
            return RelatedEvents.of(now, alerts(now, detection), reported, hosts, time, span, progress);
        });
    }

    /**
     * How many of these records, and of what correlations say, are about each of some hosts: as many as {@link #relating}
     * has in all for one of them at any time. Looks at all of them: work for a job.
     *
     * @param progress when it is cancelled, what was counted so far is the answer
     */
    public int[] counts(Detection detection, List<IpAddress> hosts, Progress progress) {
        List<ObservationTable> now = tables.get();
        return RelatedEvents.counts(now, alerts(now, detection), reported, hosts, progress);
    }

    /** Of the tables that were asked the same rules as the last one, for a correlation is about these. */
    private List<EventFinding> alerts(List<ObservationTable> now, Detection detection) {
        List<ObservationTable> ended = now.stream()
                .filter(table -> table.ended() && table.events().count() > 0)
                .toList();
        if (ended.isEmpty()) {
            return List.of();
        }
        List<EventRules> rules =
                ended.stream().map(table -> EventRules.of(table.events())).toList();
        Told known = told;
        if (known.detection != detection || !known.rules.equals(rules)) {
            EventRules latest = rules.getLast();
            List<ObservationTable> asked = ended.stream()
                    .filter(table -> EventRules.of(table.events()) == latest)
                    .toList();
            known = new Told(
                    rules,
                    detection,
                    EventFindings.of(asked, latest, List.of(detection)).alerts());
            told = known;
        }
        return known.alerts;
    }

    /**
     * Reads one record again. The result is never an exception for what the file is: where it is gone or another one, the
     * record says so.
     *
     * @param origin where it begins in the unpacked input
     */
    public Job<EventRecord> reading(Input input, long origin) {
        return Job.of(input.file(), progress -> read(input, origin, progress));
    }

    private EventRecord read(Input input, long origin, Progress progress) {
        InputFormat<ObservationTable> format = formats.byName(input.format()).orElse(null);
        if (format == null) {
            return EventRecord.missing("nobody reads " + input.format() + " any more");
        }
        AtomicReference<@Nullable Map<String, String>> found = new AtomicReference<>();
        EventJudge judge = event -> {
            if (event.origin() == origin && found.get() == null) {
                found.set(texts(event)); // now: the reader may use the map again
                progress.cancel();
            }
            return null;
        };
        try (ByteSource source = Transcripts.open(input)) {
            ObservationTable again = new ObservationTable(input, new Pools(), () -> judge);
            format.read(source, again, new InputFormat.Reading(1, progress, new Problems()));
        } catch (IOException e) {
            return EventRecord.missing(input.file() + ": " + e.getMessage());
        }
        Map<String, String> fields = found.get();
        return fields == null
                ? EventRecord.missing("the record is not in the file any more")
                : new EventRecord(line(input, origin), fields, null);
    }

    private static Map<String, String> texts(LogEvent event) {
        Map<String, String> texts = new TreeMap<>();
        event.fields().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** The line that begins at the origin of a text file; empty where it is none, or packed. */
    private static String line(Input input, long origin) {
        try (ByteSource source = Transcripts.open(input)) {
            if (!source.positional()) {
                return "";
            }
            ByteBuffer bytes = ByteBuffer.allocate(EventRecord.LONGEST);
            source.read(origin, bytes);
            int end = 0;
            while (end < bytes.position() && bytes.get(end) != '\n' && bytes.get(end) != 0) {
                end++;
            }
            boolean text = end < bytes.position() ? bytes.get(end) != 0 : end > 0;
            return text
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(bytes.slice(0, end))
                            .toString()
                            .stripTrailing()
                    : "";
        } catch (IOException e) { // gone meanwhile, or no text
            return "";
        }
    }
}
