package org.rpcscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Sigma conformance data, where it is at hand: what differs is disputed, and was decided otherwise. */
class RuleConformanceTest {

    private static final Path DATA = Path.of("../shared/data/sigma");

    @Test
    void onlyRowsThatWereDecidedOtherwiseDiffer() throws UsageException {
        assertEquals(
                List.of(
                        // lt, lte and neq are asked when the window closes
                        "dev-0005: expected an alert, got none (disputed)",
                        "dev-0006: expected an alert, got none (disputed)",
                        "dev-0007: expected event 0 'Op neq' {User=alice} 1.0, got event 2 'Op neq' {User=alice} 3.0"
                                + " (disputed)",
                        "dev-0017: expected an alert, got none (disputed)",
                        "dev-0032: expected an alert, got none (disputed)",
                        "dev-0038: expected an alert, got none (disputed)",
                        // several bounds are a range
                        "dev-0053: expected a rejection, got none (disputed)",
                        // re may be combined with contains
                        "dev-0070: expected a rejection, got none (disputed)",
                        // placeholders come from the configuration, not from the event
                        "dev-0426: expected true, got false (disputed)",
                        "451 passed, 9 failed"),
                run("cases.jsonl"));
    }

    @Test
    void realRulesMatchTheEventsTheyWereWrittenFor() throws UsageException {
        assertEquals(List.of("102 passed, 0 failed"), run("regression.jsonl"));
    }

    private static List<String> run(String file) throws UsageException {
        assumeTrue(Files.exists(DATA.resolve(file)), "the conformance data is not here");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new RuleTests(out).run(List.of(DATA.resolve(file)));
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
