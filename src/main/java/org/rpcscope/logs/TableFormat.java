package org.rpcscope.logs;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.mapping.Guess;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.ObservationTable;

/**
 * Any table of connections: comma-separated values and the like, and JSON lines, by what their columns are called and hold.
 * JSON of the Elastic Common Schema (elastic.co/docs/reference/ecs) is one of them, with names that everybody agrees on.
 */
public final class TableFormat implements GrowingLog {

    private static final int CHUNK = 1 << 18;

    /** A guess is asked last, ECS after what knows its own records, what the analyst chose before all. */
    private static final int GUESSED = 15;

    private static final int SCHEMA = 60;
    private static final int CHOSEN = 95;

    private final Kind kind;
    private final SavedMappings mappings;
    private final LineReading.Pace pace;

    /** Both have a name of their own, since they are not equally sure. */
    private enum Kind {
        ECS("ecs"),
        TABLE("table");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private TableFormat(Kind kind, LongSupplier clock, SavedMappings mappings, int chunkSize) {
        this.kind = kind;
        this.mappings = mappings;
        pace = new LineReading.Pace(chunkSize, clock);
    }

    /** JSON lines of the Elastic Common Schema. */
    public static TableFormat ecs(LongSupplier clock) {
        return new TableFormat(Kind.ECS, clock, new SavedMappings(), CHUNK);
    }

    /** Any other table. */
    public static TableFormat any(LongSupplier clock, SavedMappings mappings) {
        return new TableFormat(Kind.TABLE, clock, mappings, CHUNK);
    }

    static TableFormat any(SavedMappings mappings, int chunkSize) {
        return new TableFormat(Kind.TABLE, () -> 0, mappings, chunkSize);
    }

    @Override
    public String name() {
        return kind.label;
    }

    @Override
    public int likelihood(Head head) {
        Guess guess = mappings.choose(head.bytes());
        if (guess == null) {
            return 0;
        }
        Mapping mapping = guess.mapping();
        if (kind == Kind.ECS) {
            return isEcs(mapping) ? SCHEMA : 0;
        }
        if (mappings.knows(mapping)) {
            return CHOSEN;
        }
        return mapping.faults().isEmpty() && hasEnds(guess) ? GUESSED : 0;
    }

    /** Most rows have both addresses. */
    private static boolean hasEnds(Guess guess) {
        List<List<String>> rows = guess.rows();
        int source = guess.mapping().column(Meaning.SOURCE);
        int destination = guess.mapping().column(Meaning.DESTINATION);
        long whole = rows.stream()
                .filter(row ->
                        !row.get(source).isBlank() && !row.get(destination).isBlank())
                .count();
        return !rows.isEmpty() && whole * 2 >= rows.size();
    }

    private static boolean isEcs(Mapping mapping) {
        return mapping.shape().json()
                && named(mapping, "source.ip")
                && named(mapping, "destination.ip")
                && (named(mapping, "@timestamp") || named(mapping, "event.category") || named(mapping, "ecs.version"));
    }

    private static boolean named(Mapping mapping, String name) {
        return mapping.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        Mapping mapping;
        try {
            mapping = mapping(Sources.head(source).bytes());
        } catch (IOException e) {
            reading.problems().add(Problem.at(0, String.valueOf(e.getMessage())));
            table.end();
            return null;
        }
        if (mapping == null) {
            reading.problems().add(Problem.at(0, "this is no table"));
            table.end();
            return null;
        }
        boolean ecs = kind == Kind.ECS || isEcs(mapping);
        return new LineReading<>(
                table,
                reading,
                pace,
                () -> new TableLines(mapping, ecs, new LocalTimes(reading.assumed()), table.pools()),
                ConnJson.NoHeader.NO_HEADER,
                new Talks());
    }

    private @Nullable Mapping mapping(byte[] head) {
        Guess guess = mappings.choose(head);
        return guess == null ? null : kind == Kind.ECS ? EcsMapping.MAPPING : guess.mapping();
    }
}
