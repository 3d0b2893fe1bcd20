package org.rpcscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private final JsonFactory factory = new JsonFactory();
    private final List<String> written = new ArrayList<>();
    private final Repeated<String> repeated = new Repeated<>(factory, (json, value) -> {
        written.add(value);
        json.writeStartObject();
        json.writeStringField("é\"", value);
        json.writeEndObject();
    });

    @Test
    void whatIsEqualIsWrittenOnceAndStandsAlikeEverywhere() throws IOException {
        String all = json("a", "\u2028\t\uD83D\uDE00", "a");

        assertEquals("[{\"é\\\"\":\"a\"},{\"é\\\"\":\"\u2028\\t\\uD83D\\uDE00\"},{\"é\\\"\":\"a\"}]", all);
        assertEquals(List.of("a", "\u2028\t\uD83D\uDE00"), written);
    }

    @Test
    void ofValuesThatNeverRepeatNotAllAreKept() throws IOException {
        for (int i = 0; i < 1001; i++) {
            json(Integer.toString(i));
        }
        json("1000");
        assertEquals(1001, written.size());
        json("0");
        assertEquals(1002, written.size());
    }

    private String json(String... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartArray();
            for (String value : values) {
                repeated.write(json, value);
            }
            json.writeEndArray();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
