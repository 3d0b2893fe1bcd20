package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.Problems;

/** The number of threads and the chunk size change nothing, and no bytes make a reader fail. */
class ZeekConnInvarianceTest {

    private static final String JSON = "{\"ts\":1588205199.82437,\"id.orig_h\":\"10.0.1.6\",\"id.orig_p\":54243,"
            + "\"id.resp_h\":\"10.0.0.4\",\"id.resp_p\":135,\"proto\":\"tcp\",\"service\":\"dce_rpc\","
            + "\"conn_state\":\"SF\",\"x\":{\"a\":[\"\\\"\"]}}\n";

    private static final String SPECIAL = "\t\n\r\"\\{}[],:#\0-.e9";

    @Property(tries = 150)
    void anyThreadsAndAnyChunkSizeGiveTheSame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 3000) int chunkSize) {
        byte[] log = log(new Random(seed));
        assertEquals(Logs.read(log, 1, 1 << 20), Logs.read(log, threads, chunkSize));
    }

    /** Columns in any order, between fields of any length: what was written is what is read. */
    @Property(tries = 300)
    void whatWasWrittenIsRead(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int chunkSize) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(
                List.of("ts", "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto", "x", "y", "z"));
        Collections.shuffle(names, random);
        StringBuilder log = new StringBuilder("#path\tconn\n#fields\t" + String.join("\t", names) + "\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int second = random.nextInt(1 << random.nextInt(31));
            int port = 1 + random.nextInt(65_535);
            String address = random.nextInt(256) + "." + random.nextInt(10) + ".0.7";
            expected.add("%d +0 tcp %s:%d > 9.9.9.9:135 -1/-1 bytes -1/-1 packets attempt unknown"
                            .formatted(second * 1_000_000_000L, address, port)
                    + " [null null null] 4000 at " + log.length());
            List<String> values = new ArrayList<>();
            for (String name : names) {
                values.add(
                        switch (name) {
                            case "ts" -> Integer.toString(second);
                            case "id.orig_h" -> address;
                            case "id.orig_p" -> Integer.toString(port);
                            case "id.resp_h" -> "9.9.9.9";
                            case "id.resp_p" -> "135";
                            case "proto" -> "tcp";
                            default -> "x".repeat(random.nextInt(12));
                        });
            }
            log.append(String.join("\t", values)).append('\n');
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(new Logs.Result(expected, List.of()), Logs.read(bytes, 2, chunkSize));
    }

    @Test
    void mutatedInputsNeverFail() throws IOException {
        Random random = new Random(25);
        byte[] tsv = (Logs.HEADER + Logs.LINE.repeat(3) + Logs.HEADER.replace("\t", ",") + Logs.LINE)
                .getBytes(StandardCharsets.UTF_8);
        byte[] json = JSON.repeat(4).getBytes(StandardCharsets.UTF_8);
        byte[][] inputs = {tsv, json, gzip(tsv), gzip(json)};
        long rows = 0;
        int likely = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bad = mutate(inputs[i % inputs.length], random);
            Problems problems = new Problems();
            rows += Logs.table(bad, 1, 64 + random.nextInt(2000), problems).rows();
            likely += Logs.likelihood(new String(bad, StandardCharsets.ISO_8859_1)) > 0 ? 1 : 0;
        }
        assertTrue(rows > 10_000 && likely > 2_000, rows + " rows, " + likely + " taken for conn.log");
    }

    private static byte[] mutate(byte[] input, Random random) {
        byte[] bytes = input.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) SPECIAL.charAt(random.nextInt(SPECIAL.length()));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(40), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** Lines of all kinds: good ones, bad ones, several headers; or the same in JSON. */
    private static byte[] log(Random random) {
        StringBuilder log = new StringBuilder();
        boolean json = random.nextInt(3) == 0;
        log.append(json ? "" : Logs.HEADER);
        for (int n = random.nextInt(60); n > 0; n--) {
            String line = json ? JSON : Logs.LINE;
            log.append(
                    switch (random.nextInt(12)) {
                        case 0 -> line.replace("135", Integer.toString(random.nextInt(70_000)));
                        case 1 -> line.substring(random.nextInt(line.length()));
                        case 2 -> "\r\n";
                        case 3 -> json ? "{}\n" : Logs.FIELDS.replace("uid\tid.orig_h", "id.orig_h\tuid");
                        case 4 -> json ? "[]\n" : "#separator ,\n";
                        case 5 -> json ? "\0\n" : Logs.HEADER;
                        case 6 -> line.replace("dce_rpc", "x".repeat(random.nextInt(200)));
                        default -> line.replace("10.0.", "10." + random.nextInt(3) + ".");
                    });
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
