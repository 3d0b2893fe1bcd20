package org.rpcscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.logs.SuricataEve;
import org.rpcscope.logs.TableFormat;
import org.rpcscope.logs.ZeekConn;
import org.rpcscope.logs.ZeekLog;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.logs.windows.WindowsJson;
import org.rpcscope.logs.windows.WindowsXml;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * How many megabytes of each kind of text log are read in a second of processor time, by one thread and what the collector of
 * memory needs beside it. Each sample is repeated with other hosts and ports until it has the size wanted, and read some
 * times; the best counts.
 */
public final class TextLogBench {

    private static final int TIMES = 4;

    private TextLogBench() {}

    /** Arguments: the folder of the samples, the size in megabytes, an empty folder for the files. */
    public static void main(String[] args) throws IOException {
        List<InputFormat<ObservationTable>> all = new ArrayList<>(List.of(
                new ZeekConn(System::nanoTime),
                new ZeekLog(System::nanoTime),
                new WindowsXml(System::nanoTime),
                new WindowsJson(System::nanoTime),
                new SuricataEve(System::nanoTime),
                TableFormat.ecs(System::nanoTime)));
        all.addAll(FirewallFormats.all(System::nanoTime));
        all.addAll(FlowFormats.all(System::nanoTime));
        all.add(TableFormat.any(System::nanoTime, new SavedMappings()));
        Formats<ObservationTable> formats = new Formats<>(all);
        try (Stream<Path> samples = Files.list(Path.of(args[0]))) {
            for (Path sample : samples.sorted().toList()) {
                Path file = Path.of(args[2]).resolve(sample.getFileName());
                write(Files.readString(sample), Long.parseLong(args[1]) * 1_000_000, file);
                measure(file, formats);
                Files.delete(file);
            }
        }
    }

    private static void write(String sample, long size, Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(135);
        String header = sample.substring(0, header(sample));
        String rest = sample.substring(header.length());
        StringBuilder text = new StringBuilder(header);
        while (text.length() < size) {
            text.append(rest.replace("4971", Integer.toString(random.nextInt(2000, 6500)))
                    .replace("10.20.4.31", "10.20." + random.nextInt(200) + "." + random.nextInt(1, 255)));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Lines that name columns stand once. */
    private static int header(String sample) {
        boolean headed = sample.startsWith("#") || sample.startsWith("version") || sample.startsWith("ts,");
        int end = sample.indexOf("\n\n");
        return !headed ? 0 : end > 0 ? end + 2 : sample.indexOf('\n') + 1;
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void measure(Path file, Formats<ObservationTable> formats) throws IOException {
        double best = 0;
        int rows = 0;
        String name = "";
        for (int i = 0; i < TIMES; i++) {
            try (ByteSource source = Sources.open(file)) {
                InputFormat<ObservationTable> format =
                        formats.detect(Sources.head(source)).orElseThrow();
                name = format.name();
                ObservationTable table = new ObservationTable(new Input("bench", name, 0), new Pools());
                long start = cpu();
                format.read(
                        source, table, new InputFormat.Reading(1, new Progress(), new Problems(), Assumed.nothing()));
                best = Math.max(best, source.size() * 1e3 / (cpu() - start));
                rows = table.rows();
            }
        }
        System.out.printf(Locale.ROOT, "%-18s %6.0f MB/s %,10d sessions%n", name, best, rows);
    }
}
