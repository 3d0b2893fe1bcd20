package org.rpcscope.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** The text in which a case keeps the files that it was made of. Any thread. */
public final class KeptSources {

    private static final int HASH_LENGTH = 64;

    private KeptSources() {}

    public static String write(List<KeptSource> sources) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (KeptSource source : sources) {
            all.addObject()
                    .put("path", source.name())
                    .put("size", source.size())
                    .put("sha256", source.hash());
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
                            name, each.path("size").asLong(-1), hash.length() == HASH_LENGTH ? hash : ""));
                }
            }
        } catch (JsonProcessingException e) { // damaged: what came before the damage is not told apart from the rest
            return List.of();
        }
        return sources;
    }
}
