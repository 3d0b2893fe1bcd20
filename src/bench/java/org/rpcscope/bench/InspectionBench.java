package org.rpcscope.bench;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamInspector;
import org.rpcscope.stream.StreamProbe;

/**
 * What the inspection of DCE/RPC adds to the reading of a capture: the file is read with it and without it, by turns, each
 * time once in a JVM of its own, as a scan does; what starting the JVM costs is not counted.
 *
 * <p>{@code InspectionBench FILE PAIRS}; options of the JVMs are taken from the system property {@code options}.
 */
public final class InspectionBench {

    private static final String ONCE = "once";

    private InspectionBench() {}

    /** Prints the seconds of each pair, and the ratios of the medians and of the least. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals(ONCE)) {
            System.out.println(seconds(Path.of(arguments[1]), arguments[2].equals("with")));
            return;
        }
        int pairs = Integer.parseInt(arguments[1]);
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            without[i] = run(arguments[0], "without");
            with[i] = run(arguments[0], "with");
            System.out.printf(Locale.ROOT, "without %.3f s, with %.3f s%n", without[i], with[i]);
        }
        Arrays.sort(without);
        Arrays.sort(with);
        double median = with[pairs / 2] / without[pairs / 2];
        System.out.printf(
                Locale.ROOT, "with / without: %.2f by the median, %.2f by the least%n", median, with[0] / without[0]);
    }

    private static double run(String file, String how) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(Arrays.stream(System.getProperty("options", "").split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), InspectionBench.class.getName()));
        words.addAll(List.of(ONCE, file, how));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(new File("/dev/null"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IOException("a reading failed");
        }
        return Double.parseDouble(said.strip());
    }

    private static double seconds(Path file, boolean inspecting) throws IOException {
        DcerpcInspection dcerpc = new DcerpcInspection();
        InputFormat<ObservationTable> format = CaptureFormat.pcap(inspecting ? dcerpc : new Nothing(dcerpc));
        ObservationTable table = new ObservationTable(new Input("bench", format.name(), 0), new Pools());
        long begun = System.nanoTime();
        try (ByteSource source = Sources.open(file)) {
            int threads = Runtime.getRuntime().availableProcessors();
            format.read(
                    source, table, new InputFormat.Reading(threads, new Progress(), new Problems(), Assumed.nothing()));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Recognises nothing. */
    private record Nothing(DcerpcInspection inspection) implements StreamInspection<Conversation> {

        @Override
        public StreamProbe probe() {
            return new StreamProbe() {
                @Override
                public boolean mayBegin(ByteBuffer bytes, int offset, int length) {
                    return false;
                }

                @Override
                public Sighting probe(ByteBuffer bytes, int offset, int length, boolean datagram) {
                    return Sighting.NONE;
                }
            };
        }

        @Override
        public boolean atHome(int port) {
            return false;
        }

        @Override
        public StreamInspector<Conversation> open(boolean datagrams, int sourcePort, int destinationPort) {
            return inspection.open(datagrams, sourcePort, destinationPort);
        }
    }
}
