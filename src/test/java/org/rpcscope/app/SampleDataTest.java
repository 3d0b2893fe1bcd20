package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.cli.CommandLine;

/** Scans the sample data and compares every session with what an independent tool says must be found. */
class SampleDataTest {

    private static final Path SAMPLES = Path.of("sample-data");

    /** What a scan printed, and how it ended. */
    private record Answer(int exit, List<String> records, String errors) {}

    static List<String> files() throws IOException {
        return expected().keySet().stream().toList();
    }

    /** By file, the sessions: ends, transport, flagged, tier and Community ID, in the order of their text. */
    private static Map<String, List<String>> expected() throws IOException {
        return Files.readAllLines(SAMPLES.resolve("expected.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .collect(Collectors.groupingBy(
                        cells -> cells[0],
                        TreeMap::new,
                        Collectors.mapping(
                                cells -> String.join(" ", List.of(cells).subList(1, 9)),
                                Collectors.collectingAndThen(Collectors.toList(), SampleDataTest::sorted))));
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private static Answer scan(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine.Parts parts = new CommandLine.Parts(
                Main.formats(),
                List.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = CommandLine.run(parts, words);
        return new Answer(
                exit, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }

    private static String described(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            return String.join(
                    " ",
                    json.at("/source/ip").asText(),
                    json.at("/source/port").asText(),
                    json.at("/destination/ip").asText(),
                    json.at("/destination/port").asText(),
                    json.at("/network/transport").asText(),
                    json.at("/rpcscope/flagged").asBoolean() ? "yes" : "no",
                    json.at("/rpcscope/tier").asText(),
                    json.at("/network/community_id").asText());
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySessionIsFoundAndJudgedAsExpected(String file) throws IOException {
        List<String> expected = expected().get(file);
        Answer answer =
                scan("scan", "--all", "--format", "jsonl", SAMPLES.resolve(file).toString());
        assertEquals(
                expected,
                answer.records().stream()
                        .map(SampleDataTest::described)
                        .sorted()
                        .toList());
        boolean flagged = expected.stream().anyMatch(line -> line.contains(" yes "));
        assertEquals(flagged ? 1 : 0, answer.exit(), answer.errors());
    }

    /** Each client here asks for one port and goes there before it asks for the next. */
    @ParameterizedTest
    @MethodSource("files")
    void aSessionAtANamedPortKnowsTheLatestThatNamedIt(String file) throws IOException {
        if (file.startsWith("firewalls/") || file.endsWith("log") || file.endsWith("json") || file.endsWith("csv")) {
            return; // a log of connections names no ports
        }
        Map<String, String> asked = new HashMap<>(); // by the addresses of client and server
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("expected.tsv"))) {
            String[] cells = line.split("\t", -1);
            String ends = cells[1] + " " + cells[3];
            if (cells[0].equals(file) && cells[9].endsWith("endpoint mapper")) {
                asked.put(ends, cells[8]);
            } else if (cells[0].equals(file) && cells[9].endsWith("the port that the endpoint mapper named")) {
                expected.put(cells[8], asked.getOrDefault(ends, "missing"));
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (String line : scan(
                        "scan",
                        "--all",
                        "--format",
                        "jsonl",
                        SAMPLES.resolve(file).toString())
                .records()) {
            JsonNode json = new ObjectMapper().readTree(line);
            if (json.at("/rpcscope").has("learned_from")) {
                found.put(
                        json.at("/network/community_id").asText(),
                        json.at("/rpcscope/learned_from").asText());
            }
        }
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port:135 tier:confirmed or tier:blocked | port:135 tier:confirmed | tier:blocked",
                "-(port:135 or tier:confirmed) | -port:135 -tier:confirmed | flagged:yes flagged:no"
            })
    void aFilterChoosesTheRecordsAsInTheWindow(String whole, String one, String other) {
        String samples = SAMPLES.toString();
        Set<String> either = new TreeSet<>(scan("scan", "--all", "--format", "jsonl", "--filter", one, samples)
                .records());
        assertFalse(either.isEmpty());
        either.addAll(scan("scan", "--all", "--format", "jsonl", "--filter=" + other, samples)
                .records());
        assertEquals(
                List.copyOf(either),
                scan("scan", "--all", "--format", "jsonl", "--filter", whole, samples).records().stream()
                        .sorted()
                        .toList());
    }

    @Test
    void aFilterThatIsWrongIsWrongUsageAndSaysWhere() {
        Answer answer = scan("scan", "--filter", "port:135 teir:x", SAMPLES.toString());
        assertEquals(2, answer.exit());
        assertTrue(answer.errors().contains("--filter port:135 teir:x: at character 10: there is no field \"teir\""));
    }

    @Test
    void whatAStolenPasswordIsUsedForIsNamed() throws IOException {
        String capture = SAMPLES.resolve("replication.pcap").toString();
        JsonNode record = new ObjectMapper()
                .readTree(scan("scan", "--format", "jsonl", capture).records().getLast());
        List<String> evidence = new ArrayList<>();
        record.at("/rpcscope/evidence").forEach(point -> evidence.add(point.get("kind") + " " + point.get("text")));
        assertTrue(
                evidence.stream()
                        .anyMatch(each -> each.startsWith("\"operation.high\" \"called drsuapi DRSGetNCChanges: ")),
                evidence.toString());
        assertTrue(
                record.at("/threat/technique").toString().contains("\"id\":\"T1003.006\",\"name\":\"DCSync\""),
                record.toString());
    }

    @Test
    void aCaptureAndTheLogOfTheSameTrafficAreTheSameSessionsOnceEach() {
        String capture = SAMPLES.resolve("outbound-rpc-v4.pcap").toString();
        String log = SAMPLES.resolve("conn.log").toString();
        Answer alone = scan("scan", "--all", "--format", "jsonl", log);
        Answer together = scan("scan", "--all", "--format", "jsonl", capture, log);
        Answer turned = scan("scan", "--all", "--format", "jsonl", log, capture);
        assertEquals(alone.records().size(), together.records().size());
        assertEquals(
                alone.records().stream().map(SampleDataTest::described).sorted().toList(),
                together.records().stream()
                        .map(SampleDataTest::described)
                        .sorted()
                        .toList());
        assertEquals(
                together.records().stream().map(SampleDataTest::described).toList(),
                turned.records().stream().map(SampleDataTest::described).toList());
        long seenTwice = together.records().stream()
                .filter(line -> line.contains("\"format\":\"pcap\"") && line.contains("\"format\":\"zeek-conn\""))
                .count();
        assertEquals(9, seenTwice);
    }

    @Test
    void wrongUsageAndMissingFilesEndInTheirOwnExitCodes() {
        assertEquals(2, scan("scan").exit());
        assertEquals(2, scan("scan", "--internal", "10.1.2.3/8", "x").exit());
        Answer missing = scan("scan", SAMPLES.resolve("no-such.pcap").toString());
        assertEquals(3, missing.exit());
        assertEquals(
                SAMPLES.resolve("no-such.pcap") + ": offset 0: no such file",
                missing.errors().lines().findFirst().orElse(""));
        assertEquals(3, scan("scan", SAMPLES.resolve("README.md").toString()).exit());
    }

    @Test
    void aTableOfInterfacesThatCannotBeUsedIsWrongUsageWithFileAndLine(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("own.tsv");
        String capture = SAMPLES.resolve("attempts.pcap").toString();
        Files.writeString(table, "# ours\n0a1b2c3d-0000-4000-8000-00000000000f\t-\tlicence\t-\t-\t-\t-\t-\n");
        assertEquals(1, scan("scan", "--interfaces", table.toString(), capture).exit());
        Files.writeString(table, "# ours\nlicence\n");
        Answer faulty = scan("scan", "--interfaces", table.toString(), capture);
        assertEquals(2, faulty.exit());
        assertTrue(
                faulty.errors().contains(table + ": line 2: 8 cells are wanted, separated by tabs, not 1"),
                faulty.errors());
    }

    @Test
    void theBoundaryOfTheCommandLineDecidesWhatIsFlagged() {
        String capture = SAMPLES.resolve("outbound-rpc-v4.pcap").toString();
        assertEquals(
                0,
                scan("scan", "--internal", "10.0.0.0/8", "--internal", "45.148.0.0/16", capture)
                        .exit());
        String special = SAMPLES.resolve("internal.pcap").toString();
        assertEquals(0, scan("scan", special).exit());
        assertEquals(1, scan("scan", "--external", "203.0.113.0/24", special).exit());
    }

    @Test
    void exceptionsOfTheProfileAreHonouredUntilTheyExpire(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("conn.log"), """
            {"ts":1.0,"id.orig_h":"10.1.2.3","id.orig_p":1,"id.resp_h":"45.148.10.77","id.resp_p":135,"proto":"tcp","conn_state":"SF","uid":"C1"}
            {"ts":2.0,"id.orig_h":"10.1.2.3","id.orig_p":2,"id.resp_h":"45.148.10.78","id.resp_p":135,"proto":"tcp","conn_state":"SF","uid":"C1"}
            """);
        String exception = "title: Partner\\nlogsource: {SOURCE}\\nfilter:\\n  rules: any\\n"
                + "  s: {FIELD: 45.148.10.77}\\n  condition: not s\\nexpires: DAY\\n";
        String windows = exception.replace("SOURCE", "product: windows").replace("FIELD", "DestinationIp");
        String zeek =
                exception.replace("SOURCE", "product: zeek, service: conn").replace("FIELD", "id.resp_h");
        String both = "{\"version\":1,\"internal\":[{\"cidr\":\"10.0.0.0/8\"}],\"external\":[],\"exceptions\":["
                + "{\"yaml\":\"" + windows + "\"},{\"yaml\":\"" + zeek + "\"}]}";
        Path lasting = Files.writeString(folder.resolve("lasting.json"), both.replace("DAY", "9999-12-31"));
        Path over = Files.writeString(folder.resolve("over.json"), both.replace("DAY", "1999-12-31"));
        Answer excepted = scan("scan", "--format", "jsonl", "--profile", lasting.toString(), log.toString());
        assertEquals(1, excepted.records().size(), excepted.errors());
        assertTrue(
                excepted.records().getFirst().contains("45.148.10.78"),
                excepted.records().getFirst());
        Answer expired = scan("scan", "--format", "jsonl", "--profile", over.toString(), log.toString());
        assertEquals(2, expired.records().size());
        assertTrue(expired.errors().contains("exception 1 of the profile has expired: Partner"), expired.errors());
        Path rules = Files.writeString(
                folder.resolve("filter.yml"),
                windows.replace("DAY", "1999-12-31").replace("\\n", "\n"));
        Path bundled = Path.of("src/main/resources/org/rpcscope/sigma/rules");
        Answer named = scan(
                "scan",
                "--format",
                "jsonl",
                "--rules",
                bundled.toString(),
                "--rules",
                rules.toString(),
                log.toString());
        assertEquals(2, named.records().size());
    }
}
