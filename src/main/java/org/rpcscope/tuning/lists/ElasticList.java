package org.rpcscope.tuning.lists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.net.Refang;
import org.rpcscope.tuning.NetworkEntry;

/**
 * An exception list of Elastic Security as its export writes it: JSON, a line for the list, a line for each item, and a line
 * that counts them. Of an item its addresses are taken, where it asks for nothing else: an exception for one program on a
 * network says nothing of the network.
 */
final class ElasticList {

    private static final String FIELD = "destination.ip";
    private static final String OWNER = "owner:";
    private static final int DEEPEST = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private ElasticList() {}

    static boolean is(String text) {
        return text.stripLeading().startsWith("{") && (text.contains("\"list_id\"") || text.contains("\"entries\""));
    }

    static void read(String text, Gathering into) {
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (line.isBlank() || into.full()) {
                continue;
            }
            try {
                JsonNode object = MAPPER.readTree(line);
                if (!object.isObject()) {
                    into.refuse(number, line, "it is not an object", null);
                } else if (object.path("entries").isArray()) {
                    item(object, number, into);
                } else if (!object.has("list_id") && !object.has("exported_exception_list_count")) {
                    into.refuse(number, line, "it is neither a list nor an item of one", null);
                }
            } catch (JsonProcessingException e) {
                into.refuse(number, line, "it is not JSON: " + e.getOriginalMessage(), null);
            }
        }
    }

    private static void item(JsonNode item, int line, Gathering into) {
        String name = item.path("name").asText("");
        String description = item.path("description").asText("");
        JsonNode entries = item.path("entries");
        if (entries.size() != 1) {
            into.refuse(line, name, "the item asks for " + entries.size() + " things, not for a network alone", null);
            return;
        }
        JsonNode entry = entries.get(0);
        String field = entry.path("field").asText("");
        String type = entry.path("type").asText("");
        if (!field.equals("ip") && !field.endsWith(".ip") && !field.endsWith(".address")) {
            into.refuse(line, name, "the field \"" + field + "\" holds no addresses", null);
        } else if (!entry.path("operator").asText("included").equals("included")) {
            into.refuse(line, name, "the item asks for what is not in it", null);
        } else if (type.equals("list")) {
            String id = entry.path("list").path("id").asText("");
            into.refuse(line, name, "the values are in the value list \"" + id + "\": import that file", null);
        } else if (!type.equals("match") && !type.equals("match_any")) {
            into.refuse(line, name, "entries of type \"" + type + "\" name no network", null);
        } else {
            List<String> values = values(entry.path("value"));
            boolean named = values.contains(name);
            Gathering.Place place =
                    new Gathering.Place(line, null, named ? without(description, name) : name, owner(item), true);
            values.forEach(value -> into.word(Refang.text(value).strip(), place));
        }
    }

    private static String without(String description, String name) {
        return description.equals(name) ? "" : description;
    }

    private static List<String> values(JsonNode value) {
        List<String> values = new ArrayList<>();
        if (value.isTextual()) {
            values.add(value.textValue());
        }
        value.forEach(each -> values.add(each.asText("")));
        return values;
    }

    private static String owner(JsonNode item) {
        for (JsonNode tag : item.path("tags")) {
            if (tag.asText("").startsWith(OWNER)) {
                return tag.asText().substring(OWNER.length());
            }
        }
        return "";
    }

    static String write(List<NetworkEntry> entries, String list) {
        String id = "rpcscope-" + list;
        StringBuilder text = new StringBuilder();
        line(
                base(id).put("description", "The list \"" + list + "\" of RPC Scope")
                        .put("name", "RPC Scope: " + list)
                        .put("type", "detection"),
                text);
        for (NetworkEntry entry : entries) {
            String comment = Gathering.oneLine(entry.comment());
            String owner = Gathering.oneLine(entry.owner());
            ObjectNode item = base(id).put("name", entry.cidr())
                    .put("description", comment.isEmpty() ? entry.cidr() : comment)
                    .put("type", "simple")
                    .put("item_id", id + "-" + entry.cidr());
            item.putArray("comments");
            if (!owner.isEmpty()) {
                ((ArrayNode) item.get("tags")).add(OWNER + owner);
            }
            item.putArray("entries")
                    .addObject()
                    .put("field", FIELD)
                    .put("operator", "included")
                    .put("type", "match")
                    .put("value", entry.cidr());
            line(item, text);
        }
        ObjectNode count = MAPPER.createObjectNode()
                .put("exported_exception_list_count", 1)
                .put("exported_exception_list_item_count", entries.size())
                .put("missing_exception_list_item_count", 0)
                .put("missing_exception_lists_count", 0);
        count.putArray("missing_exception_list_items");
        count.putArray("missing_exception_lists");
        line(count, text);
        return text.toString();
    }

    private static ObjectNode base(String id) {
        ObjectNode object = MAPPER.createObjectNode().put("list_id", id).put("namespace_type", "single");
        object.putArray("os_types");
        object.putArray("tags");
        return object;
    }

    private static void line(ObjectNode object, StringBuilder text) {
        text.append(object).append('\n');
    }
}
