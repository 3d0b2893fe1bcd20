package org.rpcscope.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;

/** The text in which a case keeps the files that it was made of. Any thread. */
public final class KeptSources {

    private static final int HASH_LENGTH = 64;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2261; // nanoseconds since 1970 end with the next one

    private KeptSources() {}

    public static String write(List<KeptSource> sources) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (KeptSource source : sources) {
            ObjectNode one = all.addObject()
                    .put("path", source.name())
                    .put("size", source.size())
                    .put("sha256", source.hash());
            ZoneId zone = source.times().zone();
            if (zone != null) {
                one.put("zone", zone.getId());
            }
            Integer year = source.times().year();
            if (year != null) {
                one.put("year", year);
            }
        }
        return all.toString();
    }

    /** Reads what {@link #write} made, and the plain lines of paths that older cases keep. What is neither is left out. */
    public static List<KeptSource> read(String text) {
        if (!text.startsWith("[")) {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new KeptSource(line, -1, ""))
                    .toList();
        }
        List<KeptSource> sources = new ArrayList<>();
        try {
            for (JsonNode each : new ObjectMapper().readTree(text)) {
                String name = each.path("path").asText("");
                String hash = each.path("sha256").asText("");
                if (!name.isEmpty()) {
                    sources.add(new KeptSource(
                            name,
                            each.path("size").asLong(-1),
                            hash.length() == HASH_LENGTH ? hash : "",
                            new Assumed.Choice(zone(each.path("zone").asText("")), year(each.path("year")))));
                }
            }
        } catch (JsonProcessingException e) { // damaged: what came before the damage is not told apart from the rest
            return List.of();
        }
        return sources;
    }

    /** The source of that name, or null. */
    public static @Nullable KeptSource find(List<KeptSource> sources, String name) {
        return sources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ZoneId zone(String id) {
        try {
            return id.isEmpty() ? null : ZoneId.of(id);
        } catch (DateTimeException e) { // of a later version of the time zone rules
            return null;
        }
    }

    private static @Nullable Integer year(JsonNode year) {
        return year.isInt() && year.asInt() >= FIRST_YEAR && year.asInt() <= LAST_YEAR ? year.asInt() : null;
    }
}
