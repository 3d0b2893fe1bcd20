package org.rpcscope.tuning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Profiles as JSON text, with a version. What is read may have been written by anyone: size and depth are bounded, and a
 * text that is not wholly understood is refused with every fault named, since half a profile would silently draw another
 * boundary. Faulty networks are not among them: they are kept, for the analyst to mend.
 */
public final class ProfileFile {

    /** The version that is written. Older ones are read: what they lack is empty. */
    public static final int VERSION = 2;

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 8 << 20;

    private static final int DEEPEST = 16;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ProfileFile() {}

    /** What became of a text that was to be a profile. */
    public sealed interface Read permits Valid, Faulty {}

    /** The text is a profile. */
    public record Valid(Profile profile) implements Read {}

    /**
     * The text is no profile.
     *
     * @param reasons what is wrong, one sentence each, at least one
     */
    public record Faulty(List<String> reasons) implements Read {}

    /** The profile as indented JSON, the same text for the same profile. */
    public static String write(Profile profile) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            writeEntries(json, "internal", profile.internal());
            writeEntries(json, "external", profile.external());
            writeEntries(json, "partner", profile.partner());
            writeDismissed(json, profile.dismissed());
            json.writeObjectFieldStart("rules");
            for (Map.Entry<String, Boolean> rule : new TreeMap<>(profile.rules()).entrySet()) {
                json.writeBooleanField(rule.getKey(), rule.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("weights");
            for (Weight weight : Weight.values()) {
                json.writeNumberField(weight.key(), profile.weights().of(weight));
            }
            json.writeEndObject();
            writeExceptions(json, profile.exceptions());
            json.writeObjectFieldStart("thresholds");
            for (Map.Entry<Threshold, Long> set : profile.thresholds().bounds().entrySet()) {
                json.writeNumberField(set.getKey().key(), set.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string never fails
        }
        return text + "\n";
    }

    /** Reads a profile. Never throws for what the text is. */
    public static Read read(String text) {
        if (text.length() > LONGEST) {
            return refused("the profile is longer than " + (LONGEST >> 20) + " MB");
        }
        try {
            JsonNode root = MAPPER.readTree(text);
            return ProfileTree.read(root);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            return refused(place + e.getOriginalMessage());
        }
    }

    private static Read refused(String reason) {
        return new Faulty(List.of(reason));
    }

    private static void writeEntries(JsonGenerator json, String name, List<NetworkEntry> entries) throws IOException {
        json.writeArrayFieldStart(name);
        for (NetworkEntry entry : entries) {
            json.writeStartObject();
            json.writeStringField("cidr", entry.cidr());
            json.writeBooleanField("enabled", entry.enabled());
            json.writeStringField("comment", entry.comment());
            if (!entry.owner().isEmpty()) {
                json.writeStringField("owner", entry.owner());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDismissed(JsonGenerator json, List<Dismissal> dismissed) throws IOException {
        json.writeArrayFieldStart("dismissed");
        for (Dismissal each : dismissed) {
            json.writeStartObject();
            json.writeStringField("list", each.list());
            json.writeStringField("cidr", each.cidr());
            json.writeStringField("note", each.note());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeExceptions(JsonGenerator json, List<ExceptionEntry> entries) throws IOException {
        json.writeArrayFieldStart("exceptions");
        for (ExceptionEntry entry : entries) {
            json.writeStartObject();
            json.writeBooleanField("enabled", entry.enabled());
            json.writeStringField("yaml", entry.yaml());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
