package org.rpcscope.logs.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Actors;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;

/** Reads small logs of Windows, and says in text what was read, so that tests compare whole results. */
final class WindowsLogs {

    static final String SECURITY = "Microsoft-Windows-Security-Auditing";
    static final String SYSMON = "Microsoft-Windows-Sysmon";
    static final String SYSMON_LOG = "Microsoft-Windows-Sysmon/Operational";

    /** 2026-03-02 08:00:00 UTC. */
    static final long EIGHT = 1_772_438_400_000_000_000L;

    private WindowsLogs() {}

    /** What a log gives: its rows, its events with their fields as rules are given them, and its problems. */
    record Result(List<String> rows, List<String> events, List<String> fields, List<String> problems) {}

    static LongClock clock() {
        return new LongClock();
    }

    /** A clock that goes on by itself, so that rows are published in between. */
    static final class LongClock implements java.util.function.LongSupplier {
        private final AtomicLong now = new AtomicLong();

        @Override
        public long getAsLong() {
            return now.addAndGet(30_000_000);
        }
    }

    static Result read(InputFormat<ObservationTable> format, byte[] bytes, int threads) {
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            return read(format, source, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result read(InputFormat<ObservationTable> format, ByteSource source, int threads) {
        List<String> fields = new ArrayList<>();
        EventJudge judge = event -> {
            synchronized (fields) {
                fields.add(fields(event));
            }
            return null;
        };
        Problems problems = new Problems();
        ObservationTable table =
                new ObservationTable(new Input(source.name(), format.name(), 0), new Pools(), () -> judge);
        format.read(source, table, new Reading(threads, new Progress(), problems));
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(table, row));
        }
        List<String> events = new ArrayList<>();
        for (int event = 0; event < table.events().count(); event++) {
            events.add("%d %s %s %s %s %s %s %s [%s] at %d"
                    .formatted(
                            table.events().time(event),
                            table.events().kind(event).category(),
                            table.events().kind(event).product(),
                            table.events().kind(event).service(),
                            table.events().kind(event).code(),
                            table.events().hostName(event),
                            table.events().peerAddress(event),
                            table.events().user(event),
                            table.events().subject(event),
                            table.events().origin(event)));
        }
        return new Result(
                rows,
                events,
                fields,
                problems.first().stream().map(Problem::toString).toList());
    }

    private static String fields(LogEvent event) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        event.fields().forEach((name, value) -> sorted.put(name, String.valueOf(value)));
        return sorted.toString();
    }

    static String row(ObservationTable table, int row) {
        Pools pools = table.pools();
        int evidence = table.evidence(row);
        Actors actors = new Actors(table);
        return "%d %s %s:%d > %s:%d %s %s %s %s %s %s at %d"
                .formatted(
                        table.start(row),
                        table.transport(row).label(),
                        pools.addresses().address(table.source(row)),
                        table.sourcePort(row),
                        pools.addresses().address(table.destination(row)),
                        table.destinationPort(row),
                        Tier.of(evidence).label(),
                        Evidence.outcome(evidence).label(),
                        pools.texts().text(table.action(row)),
                        pools.texts().text(actors.host(row)),
                        pools.texts().text(actors.user(row)),
                        pools.texts().text(actors.process(row)),
                        table.origin(row));
    }
}
