package org.rpcscope.logs;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.ObservationTable;

class ZeekConnTsvTest {

    private static final String ROW = "1772438400029194000 +1500000000 tcp 10.0.7.80:41892 > 198.51.100.7:135"
            + " 339/712 bytes 6/8 packets confirmed success [SF ShADadFf dce_rpc] 4780";

    @Test
    void aLineBecomesARowWithAllItSays() {
        assertResult(
                List.of(ROW + " at " + Logs.HEADER.length()), List.of(), Logs.HEADER + Logs.LINE + "#close\tnow\n");
    }

    @Test
    void columnsStandInAnyOrderAndMayBeMissing() {
        String log = "#path\tconn\n#fields\tproto\tx\tid.resp_p\tid.resp_h\tid.orig_p\tid.orig_h\tts\n"
                + "udp\t?\t53\tfd00::53\t1024\tfd00::0:9\t1\n";
        assertResult(
                List.of("1000000000 +0 udp fd00::9:1024 > fd00::53:53 -1/-1 bytes -1/-1 packets attempt unknown"
                        + " [null null null] 4001 at " + log.indexOf("udp")),
                List.of(),
                log);
    }

    @Test
    void shortLinesMayMeetInOneWord() {
        String log = "#path\tconn\n#fields\tts\tid.orig_p\tid.resp_p\tproto\tid.orig_h\tid.resp_h\torig_pkts\n"
                + "1\t2\t3\ttcp\t::\t::\t4\n".repeat(20)
                + "1\r\n\t\t\n\n"
                + "1\t2\t3\ttcp\t::\t::\t4\r\n".repeat(20);
        Logs.Result result = Logs.read(log);
        assertEquals(40, result.rows().size());
        assertEquals(
                Set.of("1000000000 +0 tcp :::2 > :::3 -1/-1 bytes 4/-1 packets attempt unknown [null null null] 4000"),
                result.rows().stream().map(row -> row.replaceAll(" at .*", "")).collect(toSet()));
        assertEquals(
                List.of("line 23: 1 of 7 columns", "line 24: 3 of 7 columns"),
                result.problems().stream()
                        .map(problem -> problem.replaceAll("^.*: line", "line"))
                        .toList());
    }

    @Test
    void theHeaderSaysWhatSeparatesAndWhatIsAbsent() {
        String log = "#separator ,\n#set_separator,;\n#empty_field,none\n#unset_field,NA\n#path,conn\n"
                + "#fields,ts,id.orig_h,id.orig_p,id.resp_h,id.resp_p,proto,service,conn_state,orig_bytes,history\n"
                + "1.5,10.0.0.1,1,192.0.2.1,2,tcp,ntlm;dce_rpc,NA,NA,none\n";
        assertResult(
                List.of("1500000000 +0 tcp 10.0.0.1:1 > 192.0.2.1:2 -1/-1 bytes -1/-1 packets confirmed success"
                        + " [null null ntlm;dce_rpc] 4200 at " + log.indexOf("1.5,")),
                List.of(),
                log);
    }

    @Test
    void logsOneAfterTheOtherAreReadEachByItsHeader() {
        String second = "#separator |\n#path|conn\n#fields|id.orig_h|id.orig_p|id.resp_h|id.resp_p|proto|ts|duration\n"
                + "10.0.0.1|5|10.0.0.2|6|tcp|2.5|(empty)\n#close|now\n";
        String other = "#separator \\x09\n#path\tdns\n#fields\tts\tquery\n1.0\texample.org\n2.0\texample.net\n";
        int at = Logs.HEADER.length() + Logs.LINE.length() + second.length();
        assertResult(
                List.of(
                        ROW + " at " + Logs.HEADER.length(),
                        "2500000000 +0 tcp 10.0.0.1:5 > 10.0.0.2:6 -1/-1 bytes -1/-1 packets attempt unknown"
                                + " [null null null] 4000 at "
                                + (Logs.HEADER.length() + Logs.LINE.length() + second.indexOf("10.0.0.1|5")),
                        ROW + " at " + (at + other.length() + Logs.HEADER.length())),
                List.of("offset " + (at + other.indexOf("#fields"))
                        + ": line 16: the lines that follow are of dns, not of conn"),
                Logs.HEADER + Logs.LINE + second + other + Logs.HEADER + Logs.LINE);
    }

    @Test
    void carriageReturnsAByteOrderMarkAndEmptyLinesMeanNothing() {
        String log = "\uFEFF" + Logs.HEADER.replace("\n", "\r\n") + "\r\n\r\n" + Logs.LINE.replace("\n", "\r\n");
        int at = log.getBytes(StandardCharsets.UTF_8).length - Logs.LINE.length() - 1;
        assertResult(List.of(ROW + " at " + at), List.of(), log);
        assertEquals(90, Logs.likelihood(log));
    }

    @Test
    void aLineThatCannotBeReadIsAProblemAndTheRestIsRead() {
        String[] bad = {
            Logs.LINE.replace("41892", "0"),
            Logs.LINE.replace("41892", "65536"),
            Logs.LINE.replace("198.51.100.7", "198.51.100.700"),
            Logs.LINE.replace("198.51.100.7", "-"),
            Logs.LINE.replace("1772438400.029194", "-5"),
            Logs.LINE.replace("\ttcp", "\t-"),
            Logs.LINE.replace("\tSF", ""),
            Logs.LINE.replace("\tSF", "\tSF\t"),
            "{\"ts\": 1}\n",
            "\0\0\0\n"
        };
        String[] reasons = {
            "0 is no port",
            "65536 is no port",
            "\"198.51.100.700\" is not an address",
            "there is no id.resp_h",
            "\"-5\" is no value of ts",
            "there is no proto",
            "14 of 15 columns",
            "more than 15 columns",
            "1 of 15 columns",
            "1 of 15 columns"
        };
        int at = Logs.HEADER.length();
        for (int i = 0; i < bad.length; i++) {
            String log = Logs.HEADER + Logs.LINE + bad[i] + Logs.LINE;
            assertResult(
                    List.of(ROW + " at " + at, ROW + " at " + (at + Logs.LINE.length() + bad[i].length())),
                    List.of("offset " + (at + Logs.LINE.length()) + ": line 9: " + reasons[i]),
                    log);
        }
    }

    @Test
    void aCounterThatIsNoNumberIsAbsentAndAProblem() {
        String log = Logs.HEADER + Logs.LINE.replace("\t339", "\t33x").replace("1.5\t", "-1.5\t");
        assertResult(
                List.of("1772438400029194000 +0 tcp 10.0.7.80:41892 > 198.51.100.7:135 -1/712 bytes 6/8 packets"
                        + " confirmed success [SF ShADadFf dce_rpc] 4700 at " + Logs.HEADER.length()),
                List.of("offset " + Logs.HEADER.length() + ": line 8: \"33x\" is no value of orig_bytes"),
                log);
    }

    @Test
    void transportsWithoutSessionsAreNoProblem() {
        String icmp = Logs.LINE.replace("tcp", "icmp").replace("41892", "8").replace("\t135", "\t0");
        assertResult(
                List.of(ROW + " at " + (Logs.HEADER.length() + icmp.length())),
                List.of(),
                Logs.HEADER + icmp + Logs.LINE);
    }

    @Test
    void aMappedAddressIsTheAddressItMaps() {
        String log = Logs.HEADER + Logs.LINE.replace("10.0.7.80", "::ffff:10.0.7.80");
        assertResult(List.of(ROW + " at " + Logs.HEADER.length()), List.of(), log);
    }

    @Test
    void withoutAHeaderNothingIsReadAndNothingDetected() {
        assertEquals(0, Logs.likelihood(Logs.LINE));
        assertResult(List.of(), List.of("offset 0: line 1: a line before any #fields"), Logs.LINE);
        String lacking = "#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tproto\n1\t2\t3\t4\t5\n";
        assertResult(List.of(), List.of("offset 11: line 2: the header lacks id.resp_h, id.resp_p"), lacking);
    }

    @Test
    void theFormatIsDetectedFromTheHeaderAlone() {
        assertEquals(90, Logs.likelihood(Logs.HEADER));
        assertEquals(90, Logs.likelihood(Logs.FIELDS));
        assertEquals(0, Logs.likelihood(Logs.HEADER.replace("#path\tconn", "#path\tdns")));
        assertEquals(0, Logs.likelihood("#fields\tts\tuid\tid.orig_h\tid.resp_h\tendpoint\n"));
        assertEquals(0, Logs.likelihood("# a comment\n" + Logs.LINE));
        assertEquals(0, Logs.likelihood(""));
    }

    @Test
    void aLineWithoutEndIsSkippedAndTakesNoMemory() {
        byte[] head = (Logs.HEADER + Logs.LINE).getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\n" + Logs.LINE).getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {LineFeed.LONGEST_LINE + 1, 5 * LineFeed.LONGEST_LINE}) {
            byte[] log = new byte[head.length + length + tail.length];
            Arrays.fill(log, (byte) 'x');
            System.arraycopy(head, 0, log, 0, head.length);
            System.arraycopy(tail, 0, log, head.length + length, tail.length);
            for (int chunkSize : new int[] {100, 1 << 18, 1 << 23}) {
                assertEquals(
                        new Logs.Result(
                                List.of(ROW + " at " + Logs.HEADER.length(), ROW + " at " + (head.length + length + 1)),
                                List.of("offset " + head.length + ": line 9: " + LineFeed.TOO_LONG)),
                        Logs.read(log, 2, chunkSize));
            }
        }
    }

    @Test
    void aDamagedGzipGivesTheLinesBeforeTheDamage() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed, true)) {
            out.write((Logs.HEADER + Logs.LINE + Logs.LINE.substring(0, 50)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 8);
        int bytes = Logs.HEADER.length() + Logs.LINE.length() + 50;
        assertEquals(
                new Logs.Result(
                        List.of(ROW + " at " + Logs.HEADER.length()),
                        List.of("offset " + bytes + ": line 9: the gzip data is cut off")),
                Logs.read(cut));
    }

    @Test
    void aCancelledReadingKeepsWholeLinesOnly() throws IOException {
        byte[] log = (Logs.HEADER + Logs.LINE.repeat(500)).getBytes(StandardCharsets.UTF_8);
        Progress progress = new Progress();
        Problems problems = new Problems();
        ByteSource source = new Cancelling(Sources.standardInput(new ByteArrayInputStream(log)), progress);
        ObservationTable table = Logs.table(source, new Reading(1, progress, problems), 1000);
        assertEquals(true, table.rows() > 0 && table.rows() < 500 && table.ended());
        assertEquals(List.<Problem>of(), problems.first());
    }

    /** A source whose reader is told to stop in the middle. */
    private record Cancelling(ByteSource source, Progress progress) implements ByteSource {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public boolean positional() {
            return false;
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            if (position > 20_000) {
                progress.cancel();
            }
            return source.read(position, into);
        }

        @Override
        public long consumed() {
            return source.consumed();
        }

        @Override
        public long packedSize() {
            return source.packedSize();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private static void assertResult(List<String> rows, List<String> problems, String log) {
        assertEquals(new Logs.Result(rows, problems), Logs.read(log));
    }
}
