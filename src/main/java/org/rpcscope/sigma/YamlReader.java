package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into {@link YamlNode}s. Made from the parser's events and not from its values, because rules need the
 * lines, the text of a scalar as written, and the keys that stand twice. What a hostile text could make large (depth,
 * aliases, size) is bounded.
 */
final class YamlReader {

    static final int MAX_CHARACTERS = 1 << 20;
    static final int MAX_DOCUMENTS = 1000;
    static final int MAX_DEPTH = 64;
    /** How many values a document may have when every alias is written out. */
    static final int MAX_VALUES = 200_000;

    private static final String TAGS = "tag:yaml.org,2002:";

    private final String text;
    private final Iterator<Event> events;
    private final Map<Anchor, Built> anchors = new HashMap<>();
    private final List<Faults.Fault> faults = new ArrayList<>();
    private int values;
    private int line = 1;

    private YamlReader(String text) {
        this.text = text;
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setUseMarks(true)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** A node with how many values it has and how deep it goes, aliases written out. */
    private record Built(YamlNode node, int values, int depth) {}

    /** Ends reading: what follows cannot be understood, or must not be. */
    private static final class Refused extends RuntimeException {
        private final transient Faults.Fault fault;

        Refused(int line, String text) {
            super(text, null, false, false);
            this.fault = new Faults.Fault(line, text);
        }
    }

    /** Never throws. */
    static YamlFile read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return new YamlFile(List.of(), new Faults.Fault(1, "a file of rules holds at most 1 MB"));
        }
        return new YamlReader(text.startsWith("\uFEFF") ? text.substring(1) : text).documents();
    }

    private YamlFile documents() {
        List<YamlFile.Document> documents = new ArrayList<>();
        try {
            while (events.hasNext()) {
                Event event = next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    if (documents.size() == MAX_DOCUMENTS) {
                        throw new Refused(line, "a file holds at most " + MAX_DOCUMENTS + " documents");
                    }
                    documents.add(document(documents.isEmpty() ? 1 : line));
                }
            }
            return new YamlFile(documents, null);
        } catch (Refused e) {
            return new YamlFile(documents, e.fault);
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(line);
            return new YamlFile(documents, new Faults.Fault(at, "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            return new YamlFile(documents, new Faults.Fault(line, "not YAML: " + e.getMessage()));
        }
    }

    private YamlFile.Document document(int first) {
        anchors.clear();
        faults.clear();
        values = 0;
        int start = line;
        YamlNode root = node(next(), 0).node();
        next();
        return new YamlFile.Document(root, start, lines(first, line), List.copyOf(faults));
    }

    private Event next() {
        Event event = events.next();
        line = line(event);
        return event;
    }

    private Built node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused(line, "values are nested more than " + MAX_DEPTH + " deep");
        }
        Built built = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            case AliasEvent alias -> alias(alias, depth);
            default -> throw new Refused(line, "not YAML: unexpected " + event.getEventId());
        };
        if (!(event instanceof AliasEvent)) {
            ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, built));
        }
        return built;
    }

    private Built scalar(ScalarEvent event) {
        int at = line(event);
        String tag = tag(event.getTag(), at, "str");
        spend(1, at);
        return new Built(new YamlNode.Scalar(event.getValue(), event.isPlain() && tag == null, at), 1, 1);
    }

    private Built sequence(SequenceStartEvent start, int depth) {
        int at = collection(start, "seq");
        List<YamlNode> items = new ArrayList<>();
        int size = 1;
        int deepest = 0;
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            Built item = node(event, depth + 1);
            items.add(item.node());
            size += item.values();
            deepest = Math.max(deepest, item.depth());
        }
        return new Built(new YamlNode.Sequence(List.copyOf(items), at), size, deepest + 1);
    }

    private Built mapping(MappingStartEvent start, int depth) {
        int at = collection(start, "map");
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int size = 1;
        int deepest = 0;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(node(event, depth + 1).node() instanceof YamlNode.Scalar key)) {
                throw new Refused(line(event), "a key has to be a text");
            }
            int keyLine = line(event);
            if (!keys.add(key.text())) {
                faults.add(new Faults.Fault(keyLine, "the key '" + key.text() + "' stands twice"));
            }
            Built value = node(next(), depth + 1);
            entries.add(new YamlNode.Entry(key.text(), keyLine, value.node()));
            size += value.values();
            deepest = Math.max(deepest, value.depth());
        }
        return new Built(new YamlNode.Mapping(List.copyOf(entries), at), size, deepest + 1);
    }

    private int collection(CollectionStartEvent start, String kind) {
        int at = line(start);
        tag(start.getTag(), at, kind);
        spend(1, at);
        return at;
    }

    private Built alias(AliasEvent event, int depth) {
        Built built = anchors.get(event.getAlias());
        if (built == null) {
            throw new Refused(line, "the alias *" + event.getAlias() + " names nothing that is complete");
        }
        spend(built.values(), line);
        if (depth + built.depth() > MAX_DEPTH) {
            throw new Refused(line, "values are nested more than " + MAX_DEPTH + " deep");
        }
        return built;
    }

    private void spend(int more, int at) {
        values += more;
        if (values > MAX_VALUES) {
            throw new Refused(at, "a document has at most " + MAX_VALUES + " values, with its aliases written out");
        }
    }

    /** The tag, if there is one and it says what the value is anyway. */
    private static @Nullable String tag(Optional<String> tag, int at, String expected) {
        String given = tag.orElse(null);
        if (given != null && !given.equals("!") && !given.equals(TAGS + expected)) {
            throw new Refused(at, "the tag " + given + " is not supported");
        }
        return given;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The lines of the text from the first to before the last, or to the end where nothing follows. */
    private String lines(int first, int end) {
        int from = offset(first);
        int to = offset(end);
        boolean more = end > first && (text.startsWith("---", to) || text.startsWith("...", to));
        return more ? text.substring(from, to) : text.substring(from);
    }

    private int offset(int wanted) {
        int at = 0;
        for (int passed = 1; passed < wanted; passed++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return at;
    }
}
