package org.rpcscope.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mappings that an analyst has corrected, by the columns of the tables that they are for. Any thread. */
public final class SavedMappings {

    private static final long LARGEST = 4 << 20;

    private final Map<String, Mapping> saved = new TreeMap<>();
    private final @Nullable Path file;
    private @Nullable Mapping given;

    /** None yet, and kept for as long as the program runs. */
    public SavedMappings() {
        this(null);
    }

    private SavedMappings(@Nullable Path file) {
        this.file = file;
    }

    /** Reads what {@link #save} wrote to the file and will write there; mappings that are none are left out, and a file that is not there has none. */
    public static SavedMappings load(Path file) {
        SavedMappings mappings = new SavedMappings(file);
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                for (JsonNode each : new ObjectMapper().readTree(Files.readString(file))) {
                    mappings.add(each);
                }
            }
        } catch (IOException e) { // they can be chosen again: the guesses stand meanwhile
            return mappings;
        }
        return mappings;
    }

    private void add(JsonNode node) {
        try {
            put(MappingFile.read(node));
        } catch (MappingFile.BadMapping e) { // of another version, or damaged: the guess stands for it
            return;
        }
    }

    /** Takes a mapping that stands before all others for every table that has its columns. */
    public synchronized void give(Mapping mapping) {
        given = mapping;
    }

    /** What the table that begins so is read by: as given, as saved, else as guessed; null where it is no table. */
    public synchronized @Nullable Guess choose(byte[] head) {
        Guess by = given == null ? null : Guess.by(given, head);
        if (by != null) {
            return by;
        }
        Guess guess = Guess.of(head);
        Mapping known = guess == null ? null : saved.get(guess.mapping().signature());
        return guess == null || known == null ? guess : guess.with(known);
    }

    /** Whether the mapping was given or saved, not guessed. */
    public synchronized boolean knows(Mapping mapping) {
        return mapping.equals(given) || mapping.equals(saved.get(mapping.signature()));
    }

    /** Keeps a mapping for all tables with its columns. */
    public synchronized void put(Mapping mapping) {
        saved.put(mapping.signature(), mapping);
    }

    /** Writes all of them to the file that they were read from, beside it first, so that it is never half written. */
    public synchronized void save() throws IOException {
        if (file == null) {
            return;
        }
        ArrayNode all = new ObjectMapper().createArrayNode();
        saved.values().forEach(mapping -> all.add(MappingFile.node(mapping)));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, all.toPrettyString());
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
