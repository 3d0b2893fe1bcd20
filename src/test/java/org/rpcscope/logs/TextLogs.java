package org.rpcscope.logs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.session.Actors;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;

/** Reads small text logs of firewalls and flows, and says in text what was read, so that tests compare whole results. */
final class TextLogs {

    static final LocalDate FILE = LocalDate.of(2026, 11, 24);

    private TextLogs() {}

    record Result(List<String> rows, List<String> problems, List<String> notes) {}

    static Formats<ObservationTable> formats() {
        return formats(LineFormat.CHUNK);
    }

    private static Formats<ObservationTable> formats(int chunkSize) {
        List<InputFormat<ObservationTable>> all = new ArrayList<>(FirewallFormats.all(() -> 0, chunkSize));
        all.addAll(FlowFormats.all(() -> 0, chunkSize));
        return new Formats<>(all);
    }

    /** Reads the lines as a format; {@code "?"} detects it. */
    static Result read(String format, String... lines) {
        return read(format, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Assumed assumed() {
        return new Assumed(Assumed.Choice.NONE, FILE);
    }

    static Result read(String format, byte[] bytes) {
        Problems problems = new Problems();
        Assumed assumed = assumed();
        ObservationTable table = table(format, bytes, problems, assumed);
        return new Result(
                rows(table), problems.first().stream().map(Problem::toString).toList(), assumed.notes());
    }

    /** The rows, where the input is decoded in chunks of a size. */
    static List<String> cut(String format, byte[] bytes, int chunkSize) {
        return rows(table(formats(chunkSize), format, bytes, new Problems(), assumed()));
    }

    private static List<String> rows(ObservationTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(table, row));
        }
        return rows;
    }

    static ObservationTable table(String format, byte[] bytes, Problems problems, Assumed assumed) {
        return table(formats(), format, bytes, problems, assumed);
    }

    private static ObservationTable table(
            Formats<ObservationTable> formats, String format, byte[] bytes, Problems problems, Assumed assumed) {
        ObservationTable table = new ObservationTable(new Input("test", format, 0), new Pools());
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            InputFormat<ObservationTable> reader = format.equals("?")
                    ? formats.detect(Sources.head(source)).orElseThrow()
                    : formats.byName(format).orElseThrow();
            reader.read(source, table, new Reading(2, new Progress(), problems, assumed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** Time, seconds, ends, transport, tier, action, bytes and packets each way, and the names that there are. */
    static String row(ObservationTable table, int row) {
        AddressPool addresses = table.pools().addresses();
        TextPool texts = table.pools().texts();
        Actors actors = new Actors(table);
        StringBuilder text = new StringBuilder();
        text.append(Instant.EPOCH.plusNanos(table.start(row))).append(" +");
        text.append((table.end(row) - table.start(row)) / 1_000_000_000L).append("s ");
        text.append(addresses.address(table.source(row)))
                .append(' ')
                .append(table.sourcePort(row))
                .append(" > ");
        text.append(addresses.address(table.destination(row))).append(' ').append(table.destinationPort(row));
        text.append(' ')
                .append(table.transport(row).label())
                .append(' ')
                .append(Tier.of(table.evidence(row)).label());
        text.append(' ').append(texts.text(table.action(row))).append(' ');
        text.append(table.sourceBytes(row))
                .append('/')
                .append(table.destinationBytes(row))
                .append(' ');
        text.append(table.sourcePackets(row)).append('/').append(table.destinationPackets(row));
        name(text, " user=", texts.text(actors.user(row)));
        name(text, " host=", texts.text(actors.host(row)));
        name(text, " policy=", texts.text(actors.policy(row)));
        name(text, " service=", texts.text(table.service(row)));
        return text.toString();
    }

    private static void name(StringBuilder text, String label, String name) {
        if (name != null) {
            text.append(label).append(name);
        }
    }
}
