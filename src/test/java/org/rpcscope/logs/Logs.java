package org.rpcscope.logs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;

/** Reads small logs, and says in text what was read, so that tests compare whole results. */
final class Logs {

    static final String FIELDS =
            "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration"
                    + "\torig_bytes\tresp_bytes\tconn_state\thistory\torig_pkts\tresp_pkts\n";
    static final String HEADER = "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n"
            + "#path\tconn\n#open\t2026-03-02-08-00-00\n" + FIELDS;
    static final String LINE = "1772438400.029194\tC1\t10.0.7.80\t41892\t198.51.100.7\t135\ttcp\tdce_rpc\t1.5\t339\t712"
            + "\tSF\tShADadFf\t6\t8\n";

    private Logs() {}

    /** What a log gives: its rows, and its problems in the form of the command line. */
    record Result(List<String> rows, List<String> problems) {}

    static Result read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Result read(byte[] bytes) {
        return read(bytes, 1, 1 << 20);
    }

    static Result read(byte[] bytes, int threads, int chunkSize) {
        Problems problems = new Problems();
        ObservationTable table = table(bytes, threads, chunkSize, problems);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(table, row));
        }
        return new Result(rows, problems.first().stream().map(Problem::toString).toList());
    }

    static ObservationTable table(byte[] bytes, int threads, int chunkSize, Problems problems) {
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            return table(source, new Reading(threads, new Progress(), problems), chunkSize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObservationTable table(ByteSource source, Reading reading, int chunkSize) {
        AtomicLong clock = new AtomicLong();
        ZeekConn format = new ZeekConn(() -> clock.addAndGet(30_000_000), chunkSize);
        ObservationTable table = new ObservationTable(new Input(source.name(), format.name(), 0), new Pools());
        format.read(source, table, reading);
        return table;
    }

    static int likelihood(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ZeekConn(() -> 0).likelihood(new Head(bytes));
    }

    /** All that a table has of a row, but for numbers of pools, which differ from run to run. */
    static String row(ObservationTable table, int row) {
        Pools pools = table.pools();
        int evidence = table.evidence(row);
        return "%d +%d %s %s:%d > %s:%d %d/%d bytes %d/%d packets %s %s [%s %s %s] %s at %d"
                .formatted(
                        table.start(row),
                        table.end(row) - table.start(row),
                        table.transport(row).label(),
                        pools.addresses().address(table.source(row)),
                        table.sourcePort(row),
                        pools.addresses().address(table.destination(row)),
                        table.destinationPort(row),
                        table.sourceBytes(row),
                        table.destinationBytes(row),
                        table.sourcePackets(row),
                        table.destinationPackets(row),
                        Tier.of(evidence).label(),
                        Evidence.outcome(evidence).label(),
                        pools.texts().text(table.state(row)),
                        pools.texts().text(table.history(row)),
                        pools.texts().text(table.service(row)),
                        Integer.toHexString(evidence),
                        table.origin(row));
    }
}
