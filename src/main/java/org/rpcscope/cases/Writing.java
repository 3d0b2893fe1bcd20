package org.rpcscope.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements of one transaction; many changes go to the database in batches. For one thread. */
final class Writing implements AutoCloseable {

    private static final int BATCH = 1000;

    private final PreparedStatement mark;
    private final PreparedStatement note;
    private final PreparedStatement unnote;
    private final PreparedStatement keep;
    private final PreparedStatement log;
    private int waiting;

    Writing(Connection connection) throws SQLException {
        mark = connection.prepareStatement(
                "INSERT OR REPLACE INTO mark (input, origin, status, verdict, tags) VALUES (?, ?, ?, ?, ?)");
        note = connection.prepareStatement(
                "INSERT INTO note (id, input, origin, author, time, text) VALUES (?, ?, ?, ?, ?, ?)");
        unnote = connection.prepareStatement("DELETE FROM note WHERE id = ?");
        keep = connection.prepareStatement("INSERT OR REPLACE INTO document (name, body) VALUES (?, ?)");
        log = connection.prepareStatement("INSERT INTO log (author, time, text) VALUES (?, ?, ?)");
    }

    void write(Change change) throws SQLException {
        switch (change) {
            case Change.Marked(var key, var of) -> {
                mark.setLong(1, key.input());
                mark.setLong(2, key.origin());
                mark.setString(3, of.status().label());
                mark.setString(4, of.verdict() == null ? null : of.verdict().label());
                mark.setString(5, MarkText.tags(of.tags()));
                mark.addBatch();
            }
            case Change.Noted(var key, var of) -> {
                note.setString(1, of.id().toString());
                note.setLong(2, key.input());
                note.setLong(3, key.origin());
                note.setString(4, of.author());
                note.setLong(5, of.time());
                note.setString(6, of.text());
                note.addBatch();
            }
            case Change.Unnoted(var id) -> {
                unnote.setString(1, id.toString());
                unnote.addBatch();
            }
            case Change.Kept(String name, String body) -> {
                keep.setString(1, name);
                keep.setString(2, body);
                keep.addBatch();
            }
        }
        if (++waiting >= BATCH) {
            flush();
        }
    }

    void write(Entry entry) throws SQLException {
        log.setString(1, entry.author());
        log.setLong(2, entry.time());
        log.setString(3, entry.text());
        log.addBatch();
    }

    /** Hands over what waits. */
    void flush() throws SQLException {
        mark.executeBatch();
        note.executeBatch();
        unnote.executeBatch();
        keep.executeBatch();
        log.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        mark.close();
        note.close();
        unnote.close();
        keep.close();
        log.close();
    }
}
