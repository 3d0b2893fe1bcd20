package org.rpcscope.session;

import java.util.Arrays;
import org.rpcscope.query.Column;

/**
 * Some sessions in the order of their numbers, a column at a time: what a question about millions of them reads, without an
 * object or a call for each. A column is put together when it is first asked for, and where sessions and rows are the same,
 * as with one input, it is the table's own. Arrays that are handed out are not to be changed, and hold until {@link #move}.
 * One thread.
 */
public final class SessionBlock {

    /** So many sessions at most. */
    public static final int SIZE = Column.BLOCK;

    /** What stands in a column, as a small number. */
    public enum Cell {
        /** The number of the originator's address, by the observation that knows best who opened the session. */
        SOURCE,
        /** The number of the other end's address. */
        DESTINATION,
        SOURCE_PORT,
        /** The responder's port. */
        PORT,
        /** What all observations saw: {@link Evidence}. */
        EVIDENCE,
        /** The word of the first log that names a service, by its number in the text pool. */
        SERVICE,
        /** The word of the first log that says what became of it, by its number in the text pool. */
        ACTION,
        /** The first user that a log names, by its number in the text pool; who signed in over DCE/RPC is not here. */
        USER,
        /** The path or name of the first program that a log names, by its number in the text pool. */
        PROCESS
    }

    private final Sessions sessions;
    private final ObservationTable[] tables;
    private final int[][] own = new int[Cell.values().length][0]; // columns that are put together
    private final int[][] columns = new int[Cell.values().length][];
    private final int[] best = new int[SIZE]; // places; of sessions that are not rows
    private int from;
    private int count;
    private int known; // bits of the cells whose columns are there

    /** Stands at the first sessions. */
    public SessionBlock(Sessions sessions) {
        this.sessions = sessions;
        this.tables = sessions.tables().toArray(ObservationTable[]::new);
        move(0);
    }

    /** How many blocks some sessions have. */
    public static int blocks(Sessions sessions) {
        return (sessions.count() + SIZE - 1) / SIZE;
    }

    /** Goes to another block, by its number. */
    public void move(int block) {
        from = block * SIZE;
        count = Math.min(SIZE, sessions.count() - from);
        known = 0;
        for (int i = 0; !sessions.areRows() && i < count; i++) {
            best[i] = sessions.best(from + i);
        }
    }

    /** The number of the first session. */
    public int from() {
        return from;
    }

    public int count() {
        return count;
    }

    /** A column: of session {@code from() + i} at place i, for as many as there are. */
    public int[] of(Cell cell) {
        int which = cell.ordinal();
        if ((known >>> which & 1) == 0) {
            known |= 1 << which;
            columns[which] = sessions.areRows() ? ofTable(cell) : joined(cell);
        }
        return columns[which];
    }

    /** Whether anything may have been said over DCE/RPC in one of the sessions. */
    public boolean conversed() {
        if (sessions.areRows()) {
            return tables[0].conversed(from >>> ObservationTable.SHIFT);
        }
        for (int place = sessions.first(from); place < sessions.last(from + count - 1); place++) {
            if (tables[sessions.table(place)].conversed(sessions.row(place) >>> ObservationTable.SHIFT)) {
                return true;
            }
        }
        return false;
    }

    private int[] room(Cell cell) {
        int which = cell.ordinal();
        if (own[which].length == 0) {
            own[which] = new int[SIZE];
        }
        return own[which];
    }

    private int[] ofTable(Cell cell) {
        ObservationChunk chunk = tables[0].chunk(from);
        return switch (cell) {
            case EVIDENCE -> chunk.evidence;
            case SERVICE -> chunk.words().service;
            case ACTION -> chunk.words().action;
            case USER -> chunk.named().user;
            case PROCESS -> chunk.named().process;
            case SOURCE -> chunk.anyTurned ? joined(cell) : chunk.source;
            case DESTINATION -> chunk.anyTurned ? joined(cell) : chunk.destination;
            case SOURCE_PORT, PORT -> chunk.anyTurned ? joined(cell) : ports(chunk, cell);
        };
    }

    private int[] ports(ObservationChunk chunk, Cell cell) {
        int[] ports = room(cell);
        int shift = cell == Cell.SOURCE_PORT ? 16 : 0;
        for (int i = 0; i < count; i++) {
            ports[i] = chunk.ports[i] >>> shift & 0xFFFF;
        }
        return ports;
    }

    private int[] joined(Cell cell) {
        int[] column = room(cell);
        switch (cell) {
            case EVIDENCE -> Arrays.setAll(column, i -> i < count ? sessions.evidence(from + i) : 0);
            case SERVICE, ACTION, USER, PROCESS -> words(cell, column);
            case SOURCE, DESTINATION, SOURCE_PORT, PORT -> ends(cell, column);
        }
        return column;
    }

    private void ends(Cell cell, int[] column) {
        boolean rows = sessions.areRows();
        for (int i = 0; i < count; i++) {
            ObservationTable table = rows ? tables[0] : tables[sessions.table(best[i])];
            int row = rows ? from + i : sessions.row(best[i]);
            column[i] = switch (cell) {
                case SOURCE -> table.source(row);
                case DESTINATION -> table.destination(row);
                case SOURCE_PORT -> table.sourcePort(row);
                default -> table.destinationPort(row);
            };
        }
    }

    private void words(Cell cell, int[] column) {
        for (int i = 0; i < count; i++) {
            int word = TextPool.ABSENT;
            int last = sessions.last(from + i);
            for (int place = sessions.first(from + i); word == TextPool.ABSENT && place < last; place++) {
                word = word(cell, tables[sessions.table(place)], sessions.row(place));
            }
            column[i] = word;
        }
    }

    private static int word(Cell cell, ObservationTable table, int row) {
        return switch (cell) {
            case SERVICE -> table.service(row);
            case ACTION -> table.action(row);
            case USER -> new Actors(table).user(row);
            default -> new Actors(table).process(row);
        };
    }
}
