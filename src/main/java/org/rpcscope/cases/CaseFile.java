package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;

/**
 * A case as a file: an SQLite database that one program has open at a time. What {@link #write} returned from is on the
 * disk, whatever happens to the program or the power afterwards. Any thread; calls wait for each other.
 */
public final class CaseFile implements AutoCloseable {

    private final Path path;
    private final Connection connection;
    private final boolean writable;

    CaseFile(Path path, Connection connection, boolean writable) {
        this.path = path;
        this.connection = connection;
        this.writable = writable;
    }

    public Path path() {
        return path;
    }

    /** Whether changes can be written; a case of a newer version can only be looked at. */
    public boolean writable() {
        return writable;
    }

    /**
     * Writes changes, all or none.
     *
     * @param entry what the log says of them
     * @throws IOException if they could not be written, such as on a full disk; then nothing has changed
     */
    public synchronized void write(Entry entry, List<? extends Change> changes) throws IOException {
        if (!writable) {
            throw new IOException("the case was made by a newer version and can only be looked at");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try (Writing writing = new Writing(connection)) {
                for (Change change : changes) {
                    writing.write(change);
                }
                writing.write(entry);
                writing.flush();
                statement.execute("COMMIT");
            } catch (SQLException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("the case could not be written: " + CaseOpening.reason(e), e);
        }
    }

    /** Some errors, such as a full disk, have rolled back already. */
    private static void rollBack(Statement statement, SQLException because) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** All marks, with the number of notes of each session. */
    public synchronized Marks marks() throws IOException {
        Map<SessionKey, Mark> marks = new HashMap<>();
        query("SELECT input, origin, status, verdict, tags FROM mark", row -> {
            Mark mark = MarkText.mark(row.getString(3), row.getString(4), row.getString(5));
            marks.put(new SessionKey(row.getLong(1), row.getLong(2)), mark);
        });
        query("SELECT input, origin, count(*) FROM note GROUP BY input, origin", row -> {
            int notes = row.getInt(3);
            marks.merge(
                    new SessionKey(row.getLong(1), row.getLong(2)),
                    Mark.NONE.noted(notes),
                    (mark, _) -> mark.noted(notes));
        });
        return Marks.of(marks);
    }

    /** The notes of a session, oldest first. */
    public synchronized List<Note> notes(SessionKey key) throws IOException {
        List<Note> notes = new ArrayList<>();
        String sql = "SELECT id, author, time, text FROM note WHERE input = " + key.input() + " AND origin = "
                + key.origin() + " ORDER BY time, id";
        query(
                sql,
                row -> notes.add(
                        new Note(MarkText.uuid(row.getString(1)), row.getString(2), row.getLong(3), row.getString(4))));
        return notes;
    }

    /** The newest entries of the log, newest first. */
    public synchronized List<Entry> log(int most) throws IOException {
        List<Entry> entries = new ArrayList<>();
        query(
                "SELECT author, time, text FROM log ORDER BY id DESC LIMIT " + most,
                row -> entries.add(new Entry(row.getString(1), row.getLong(2), row.getString(3))));
        return entries;
    }

    /** The texts that are kept, by name. */
    public synchronized Map<String, String> kept() throws IOException {
        Map<String, String> texts = new HashMap<>();
        query("SELECT name, body FROM document", row -> texts.put(row.getString(1), row.getString(2)));
        return texts;
    }

    /** Writes a copy of the whole case; an existing file is replaced when the copy is complete. */
    public synchronized void copyTo(Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, beside.toString());
            copy.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(beside);
            throw new IOException("the case could not be copied: " + CaseOpening.reason(e), e);
        }
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For tests that make the disk full. */
    Connection connection() {
        return connection;
    }

    /** Takes one row of an answer. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.take(rows);
            }
        } catch (SQLException e) {
            throw new IOException("the case could not be read: " + CaseOpening.reason(e), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that is not used closes", e);
        }
    }
}
