package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rpcscope.query.FieldNames;

/** The rows of the Sigma conformance data that use what is supported, where the data is at hand. */
class ConformanceTest {

    private static final Path DATA = Path.of("../shared/data/sigma");

    /** Rows whose expectation differs from what was decided: cidr unwraps mapped addresses here, re may be combined. */
    private static final List<String> DECIDED_OTHERWISE = List.of("dev-0070", "dev-0074");

    private final ObjectMapper json = new ObjectMapper();
    private final RuleReader reader = new RuleReader(FieldNames.none());

    @Test
    void everyRowThatUsesWhatIsSupportedIsAnsweredAsExpected() throws IOException {
        assertAll("cases.jsonl", 300);
    }

    @Test
    void realRulesMatchTheEventsTheyWereWrittenFor() throws IOException {
        assertAll("regression.jsonl", 90);
    }

    private void assertAll(String file, int atLeast) throws IOException {
        assumeTrue(Files.exists(DATA.resolve(file)), "the conformance data is not here");
        List<String> different = new ArrayList<>();
        int passed = 0;
        int skipped = 0;
        for (String line : Files.readAllLines(DATA.resolve(file))) {
            JsonNode row = json.readTree(line);
            RuleFile rules = reader.read("case.yml", row.path("rule").asText());
            if (usesWhatIsNotSupported(rules)) {
                skipped++;
            } else {
                String difference = difference(row, rules);
                passed += difference.isEmpty() ? 1 : 0;
                if (!difference.isEmpty()
                        && !DECIDED_OTHERWISE.contains(row.path("id").asText())) {
                    different.add(row.path("id").asText() + ": " + difference);
                }
            }
        }
        System.out.println(file + ": " + passed + " passed, " + skipped + " use what is not supported yet");
        assertEquals(List.of(), different);
        assertTrue(passed >= atLeast, "only " + passed + " rows were compared");
    }

    private static boolean usesWhatIsNotSupported(RuleFile rules) {
        return rules.rejected().stream()
                .flatMap(rejected -> rejected.faults().stream())
                .anyMatch(fault -> fault.contains("not supported yet"));
    }

    private String difference(JsonNode row, RuleFile rules) {
        if (row.path("error").asBoolean()) {
            return rules.rejected().isEmpty() ? "expected a rejection" : "";
        }
        if (!rules.rejected().isEmpty()) {
            return "rejected: " + rules.rejected();
        }
        if (row.has("expected_match_count")) {
            int count = 0;
            for (JsonNode event : row.path("events")) {
                count += matches(rules, event) > 0 ? 1 : 0;
            }
            int expected =
                    Integer.parseInt(row.path("expected_match_count").asText().replace(">=", ""));
            return count >= expected ? "" : "expected " + expected + ", got " + count;
        }
        int expected = row.has("match_count")
                ? row.path("match_count").asInt()
                : row.path("match").asBoolean() ? 1 : 0;
        int got = matches(rules, row.path("event"));
        return got == expected ? "" : "expected " + expected + ", got " + got;
    }

    private int matches(RuleFile rules, JsonNode event) {
        Map<?, ?> values = json.convertValue(event, Map.class);
        @SuppressWarnings("unchecked") // keys of a JSON object are strings
        Map<String, ?> fields = (Map<String, ?>) values;
        return (int) rules.rules().stream()
                .filter(rule -> PlainEvaluator.matches(rule.expression(), fields))
                .count();
    }
}
