package org.rpcscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.EventEvaluator;
import org.rpcscope.sigma.Placeholders;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleReader;

/** {@code rules test}: rules with events and what is expected of them, one test a line of JSON. */
final class RuleTests {

    private static final String SAME = "";

    private final PrintStream out;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private int passed;
    private int failed;

    RuleTests(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the tests of the files.
     *
     * @return the exit code: 1 if any failed
     */
    int run(List<Path> files) throws UsageException {
        for (Path file : files) {
            run(file);
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? CommandLine.NOTHING : CommandLine.FLAGGED;
    }

    private void run(Path file) throws UsageException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    run(line, file.getFileName() + " line " + number);
                }
            }
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }

    private void run(String line, String place) {
        String id = place;
        String difference;
        String note = "";
        try {
            JsonNode row = json.readTree(line);
            id = row.path("id").asText(place);
            note = row.path("disputed").asBoolean(row.path("disputed").isTextual()) ? " (disputed)" : "";
            difference = difference(row);
        } catch (JsonProcessingException e) {
            difference = "expected a test, got no JSON: " + e.getOriginalMessage();
        }
        if (difference.equals(SAME)) {
            passed++;
        } else {
            failed++;
            out.println(id + ": " + difference + note);
        }
    }

    /** In what the engine differs from the row, or {@link #SAME}. */
    private String difference(JsonNode row) throws JsonProcessingException {
        if (!row.path("rule").isTextual()) {
            return "expected a rule, got none";
        }
        RuleReader reader = new RuleReader(FieldNames.none(), placeholders(row.path("placeholders")));
        RuleBook book = RuleBook.of(List.of(reader.read("rule", row.path("rule").asText())), FieldNames.none());
        if (row.path("error").asBoolean()) {
            return book.rejected().isEmpty() ? "expected a rejection, got none" : SAME;
        }
        if (!book.rejected().isEmpty()) {
            List<String> faults = book.rejected().stream()
                    .flatMap(rejected -> rejected.faults().stream())
                    .toList();
            return "expected no rejection, got " + String.join("; ", faults);
        }
        if (row.has("expected_alerts") || row.has("fires")) {
            return new CorrelationCheck(book, this::event).difference(row);
        }
        return row.has("expected_match_count") ? several(row, book) : one(row, book);
    }

    private String one(JsonNode row, RuleBook book) {
        int matches = matches(book, event(row.path("event")));
        if (row.has("match_count")) {
            return difference(row.path("match_count").asInt(), matches);
        }
        if (!row.path("match").isBoolean()) {
            return "expected a test, got neither 'match' nor 'error' nor 'events'";
        }
        return difference(row.path("match").asBoolean(), matches > 0);
    }

    private String several(JsonNode row, RuleBook book) {
        String expected = row.path("expected_match_count").asText();
        int matching = 0;
        for (JsonNode event : row.path("events")) {
            matching += matches(book, event(event)) > 0 ? 1 : 0;
        }
        try {
            int least = Integer.parseInt(expected.replace(">=", "").strip());
            return matching >= least ? SAME : "expected " + expected + ", got " + matching;
        } catch (NumberFormatException e) {
            return "expected a number of matches, got '" + expected + "'";
        }
    }

    private static int matches(RuleBook book, Event event) {
        int matches = 0;
        for (Rule rule : book.rules()) {
            matches += EventEvaluator.matches(rule.expression(), event) ? 1 : 0;
        }
        return matches;
    }

    private static String difference(Object expected, Object got) {
        return expected.equals(got) ? SAME : "expected " + expected + ", got " + got;
    }

    private Event event(JsonNode node) {
        return Event.of(
                node.isObject() ? json.convertValue(node, new TypeReference<Map<String, Object>>() {}) : Map.of());
    }

    private static Placeholders placeholders(JsonNode node) {
        Map<String, List<String>> values = new HashMap<>();
        node.properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> texts.add(value.asText()));
            } else {
                texts.add(entry.getValue().asText());
            }
            values.put(entry.getKey(), texts);
        });
        return new Placeholders(values);
    }
}
