package org.rpcscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String RULE =
            "title: X\\nlogsource: {category: test}\\ndetection: {a: {F: 1}, condition: a}\\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int exit;

    @Test
    void testsSayWhatDiffersAndCount() throws IOException, UsageException {
        Path cases = Files.writeString(folder.resolve("cases.jsonl"), """
            {"id": "one", "rule": "RULE", "event": {"F": "1"}, "match": true}
            {"id": "two", "rule": "RULE", "event": {"F": 2}, "match": true, "disputed": "why"}
            {"id": "three", "rule": "RULE", "error": true}
            {"rule": "title: Y", "event": {}, "match": false}
            {"id": "five", "rule": "RULE", "events": [{"F": 1}, {"F": 1}], "expected_match_count": ">=1"}
            {"id": "six", "rule": "RULE", "events": [{"F": 1}, {"F": 3}], "expected_match_count": 2}

            no json
            """.replace("RULE", RULE));
        assertEquals(
                List.of(
                        "two: expected true, got false (disputed)",
                        "three: expected a rejection, got none",
                        "cases.jsonl line 4: expected no rejection, got line 1: the logsource is missing; line 1: the"
                                + " detection is missing",
                        "six: expected 2, got 1",
                        "cases.jsonl line 8: expected a test, got no JSON: Unrecognized token 'no': was expecting"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                        "2 passed, 5 failed"),
                run("test", cases.toString()));
        assertEquals(CommandLine.FLAGGED, exit);
    }

    @Test
    void checksSayWhatIsRejectedAndWhy() throws IOException, UsageException {
        String rule = RULE.replace("\\n", "\n");
        Files.writeString(folder.resolve("good.yml"), rule);
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"), rule.replace("F: 1", "F|no: 1").replace("condition: a", "condition: b"));
        Files.writeString(folder.resolve("notes.txt"), "no rule");
        assertEquals(
                List.of(
                        bad + ": rejected 'X': line 3: there is no modifier 'no'",
                        bad + ": rejected 'X': line 3: condition: there is no search 'b'",
                        "1 rules, 0 correlations, 0 filters, 1 rejected"),
                run("check", folder.toString()));
        assertEquals(CommandLine.FLAGGED, exit);
        assertEquals(
                List.of("1 rules, 0 correlations, 0 filters, 0 rejected"),
                run("check", folder.resolve("good.yml").toString()));
        assertEquals(CommandLine.NOTHING, exit);
    }

    @Test
    void whatIsMissingIsWrongUsage() {
        assertThrows(UsageException.class, () -> run("test"));
        assertThrows(UsageException.class, () -> run("check", "--all"));
        assertThrows(
                UsageException.class, () -> run("test", folder.resolve("absent").toString()));
        assertThrows(UsageException.class, () -> run("run"));
    }

    private List<String> run(String... words) throws UsageException {
        bytes.reset();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            exit = new RulesCommand(out).run(List.of(words));
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
