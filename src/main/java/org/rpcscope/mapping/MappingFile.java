package org.rpcscope.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A mapping as JSON: {@code {"version":1,"rows":"csv","separator":",","header":true,"columns":[...]}}. */
public final class MappingFile {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingFile() {}

    /** Why a text is no mapping. */
    public static final class BadMapping extends Exception {
        private static final long serialVersionUID = 1;

        BadMapping(String message) {
            super(message);
        }
    }

    public static String write(Mapping mapping) {
        return node(mapping).toPrettyString() + "\n";
    }

    static ObjectNode node(Mapping mapping) {
        ObjectNode node = JSON.createObjectNode();
        node.put("version", VERSION);
        node.put("rows", mapping.shape().json() ? "json" : "separated");
        if (!mapping.shape().json()) {
            node.put("separator", String.valueOf(mapping.shape().separator()));
            node.put("header", mapping.shape().header());
        }
        node.put("day_first", mapping.dayFirst());
        ArrayNode columns = node.putArray("columns");
        for (Mapping.Column column : mapping.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("meaning", column.meaning().key());
        }
        return node;
    }

    /** @throws BadMapping with a phrase that says why */
    public static Mapping read(String text) throws BadMapping {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new BadMapping("is no JSON: " + e.getOriginalMessage());
        }
    }

    static Mapping read(JsonNode node) throws BadMapping {
        if (!node.isObject() || node.path("version").asInt() != VERSION) {
            throw new BadMapping("is no mapping of version " + VERSION);
        }
        String separator = node.path("separator").asText(",");
        if (separator.length() != 1 || !node.path("columns").isArray()) {
            throw new BadMapping(separator.length() != 1 ? "separator: one letter is needed" : "has no columns");
        }
        List<Mapping.Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            String key = column.path("meaning").asText("none");
            Meaning meaning = Meaning.ofKey(key);
            if (meaning == Meaning.NONE && !key.equals("none")) {
                throw new BadMapping("a column cannot mean \"" + key + "\"");
            }
            columns.add(new Mapping.Column(column.path("name").asText(""), meaning));
        }
        boolean json = node.path("rows").asText().equals("json");
        Mapping.Shape shape = new Mapping.Shape(
                json, separator.charAt(0), json || node.path("header").asBoolean(true));
        return new Mapping(shape, columns, node.path("day_first").asBoolean());
    }
}
