package org.rpcscope.ui.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.ui.fx.Styles;

/** The columns of the table, in the order in which they stand at first. */
public enum SessionColumn {
    TIER("tier", 104, true, Kind.WORDS),
    STATUS("status", 92, false, Kind.WORDS),
    SCORE("score", 50, true, Kind.NUMBER),
    TIME("time", 167, true, Kind.FIXED),
    SOURCE("source", 114, true, Kind.FIXED),
    SOURCE_PORT("source-port", 60, false, Kind.NUMBER),
    DESTINATION("destination", 114, true, Kind.FIXED),
    PORT("port", 50, true, Kind.NUMBER),
    INTERFACE("interface", 112, true, Kind.WORDS),
    OPERATION("operation", 140, true, Kind.WORDS),
    USER("user", 110, false, Kind.WORDS),
    PROCESS("process", 120, false, Kind.WORDS),
    STAGE("stage", 106, false, Kind.WORDS),
    LEARNED_FROM("learned-from", 215, false, Kind.FIXED),
    TRANSPORT("transport", 74, false, Kind.WORDS),
    SERVICE("service", 76, false, Kind.WORDS),
    BYTES_OUT("bytes-out", 60, false, Kind.NUMBER),
    BYTES_IN("bytes-in", 60, false, Kind.NUMBER),
    DURATION("duration", 68, false, Kind.NUMBER),
    OUTCOME("outcome", 70, false, Kind.WORDS),
    DIRECTION("direction", 78, false, Kind.WORDS),
    RULE("rule", 220, false, Kind.WORDS),
    VERDICT("verdict", 110, false, Kind.WORDS),
    TAGS("tags", 120, false, Kind.WORDS),
    INPUTS("inputs", 150, false, Kind.WORDS);

    /** How the cells of a column are set. */
    enum Kind {
        WORDS(List.of()),
        /** Addresses and times: digits of one width, so that lines can be compared. */
        FIXED(List.of(Styles.MONO)),
        NUMBER(List.of(Styles.MONO, "number"));

        private final List<String> styles;

        Kind(List<String> styles) {
            this.styles = styles;
        }

        List<String> styles() {
            return styles;
        }
    }

    private final String id;
    private final double width;
    private final boolean shown;
    private final Kind kind;

    SessionColumn(String id, double width, boolean shown, Kind kind) {
        this.id = id;
        this.width = width;
        this.shown = shown;
        this.kind = kind;
    }

    /** The name in settings and in the keys of texts. */
    public String id() {
        return id;
    }

    /** The width at first, in pixels. */
    double width() {
        return width;
    }

    /** Whether it is shown before the analyst chooses. */
    boolean shown() {
        return shown;
    }

    /** What a term of a filter about the cells of the column asks, or null where no field holds them. */
    @Nullable
    Field field() {
        return switch (this) {
            case TIER -> Field.TIER;
            case STATUS -> Field.STATUS;
            case VERDICT -> Field.VERDICT;
            case TAGS -> Field.TAG;
            case SOURCE -> Field.SOURCE;
            case SOURCE_PORT -> Field.SOURCE_PORT;
            case DESTINATION -> Field.DESTINATION;
            case PORT -> Field.PORT;
            case INTERFACE -> Field.INTERFACE;
            case OPERATION -> Field.OPERATION;
            case USER -> Field.USER;
            case PROCESS -> Field.PROCESS;
            case TRANSPORT -> Field.TRANSPORT;
            case SERVICE -> Field.SERVICE;
            case OUTCOME -> Field.OUTCOME;
            case DIRECTION -> Field.DIRECTION;
            case RULE -> Field.RULE;
            case INPUTS -> Field.INPUT;
            case STAGE -> Field.STAGE;
            case SCORE, TIME, LEARNED_FROM, BYTES_OUT, BYTES_IN, DURATION -> null;
        };
    }

    Kind kind() {
        return kind;
    }

    /** Whether it holds addresses, whose width depends on the data. */
    boolean address() {
        return this == SOURCE || this == DESTINATION;
    }
}
