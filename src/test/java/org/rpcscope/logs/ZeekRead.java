package org.rpcscope.logs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** What a log of Zeek gives, in text: its rows, its events with the fields that rules see, and its problems. */
record ZeekRead(List<String> rows, List<String> events, List<String> problems) {

    static ZeekRead of(String text) {
        return of(bytes(text), 1, 1 << 18);
    }

    static ZeekRead of(byte[] bytes, int threads, int chunkSize) {
        Problems problems = new Problems();
        ConcurrentLinkedQueue<String> fields = new ConcurrentLinkedQueue<>(); // in order for one thread
        ObservationTable table = new ObservationTable(new Input("-", "zeek", 0), new Pools(), () -> event -> {
            fields.add(event.fields().toString());
            return null;
        });
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            new ZeekLog(() -> 0, chunkSize).read(source, table, new Reading(threads, new Progress(), problems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(table, row));
        }
        List<String> events = new ArrayList<>();
        for (int event = 0; event < table.events().count(); event++) {
            events.add(event(table.events(), event) + " " + fields.poll());
        }
        return new ZeekRead(
                rows, events, problems.first().stream().map(Problem::toString).toList());
    }

    static String row(ObservationTable table, int row) {
        StringBuilder text = new StringBuilder(Logs.row(table, row));
        table.conversation(row)
                .calls()
                .forEach(calls -> text.append(
                        " %s.%s x%d".formatted(calls.interfaceName(), calls.operationName(), calls.count())));
        table.conversation(row)
                .authentications()
                .forEach(each -> text.append(" %s %s %s %s %s"
                        .formatted(each.type(), each.domain(), each.user(), each.workstation(), each.outcome())));
        return text + " pipes " + table.conversation(row).pipes();
    }

    static String event(EventTable events, int event) {
        return "%d %s %s %s %s %s %s/%s [%s] at %d"
                .formatted(
                        events.time(event),
                        events.hostName(event),
                        events.hostAddress(event),
                        events.peerAddress(event),
                        events.user(event),
                        events.kind(event).label(),
                        events.kind(event).product(),
                        events.kind(event).service(),
                        events.subject(event),
                        events.origin(event));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
