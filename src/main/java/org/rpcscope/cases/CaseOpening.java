package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens cases: new ones, old ones, newer ones to look at, damaged ones as far as they go. Any thread. */
public final class CaseOpening {

    /** The version of the form that is written. */
    static final int VERSION = 1;

    /** {@code RPCS}: tells a case from other databases. */
    static final int APPLICATION = 0x5250_4353;

    static final List<String> SCHEMA = List.of(
            "CREATE TABLE mark (input INTEGER NOT NULL, origin INTEGER NOT NULL, status TEXT NOT NULL, verdict TEXT,"
                    + " tags TEXT NOT NULL, PRIMARY KEY (input, origin)) WITHOUT ROWID",
            "CREATE TABLE note (id TEXT PRIMARY KEY, input INTEGER NOT NULL, origin INTEGER NOT NULL, author TEXT NOT"
                    + " NULL, time INTEGER NOT NULL, text TEXT NOT NULL) WITHOUT ROWID",
            "CREATE INDEX note_of ON note (input, origin)",
            "CREATE TABLE document (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE log (id INTEGER PRIMARY KEY, author TEXT NOT NULL, time INTEGER NOT NULL, text TEXT NOT"
                    + " NULL)",
            "PRAGMA application_id = " + APPLICATION,
            "PRAGMA user_version = " + VERSION);

    private CaseOpening() {}

    /** What became of opening a case. */
    public sealed interface Opened {}

    /**
     * It is open.
     *
     * @param notice what there is to say of it, such as that it was damaged; null for nothing
     */
    public record Open(CaseFile file, @Nullable String notice) implements Opened {}

    /** @param reason a sentence that says why not */
    public record Refused(String reason) implements Opened {}

    /** Opens a case, or makes an empty one where there is no file. */
    public static Opened open(Path path) {
        boolean there = Files.exists(path);
        Connection connection = null;
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (!there && folder != null) {
                Files.createDirectories(folder);
            }
            connection = connect(path, false);
            if (!there) {
                run(connection, SCHEMA);
                return new Open(new CaseFile(path, connection, true), null);
            }
            return opened(path, connection);
        } catch (SQLException e) {
            close(connection);
            return isDamage(e) ? CaseRecovery.recover(path) : new Refused(path + ": " + reason(e));
        } catch (IOException e) {
            close(connection);
            return new Refused(path + " cannot be opened: " + e.getMessage());
        }
    }

    private static Opened opened(Path path, Connection connection) throws SQLException {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (application != APPLICATION) {
            close(connection);
            return new Refused(path + " is not a case");
        }
        if (version > VERSION) {
            close(connection);
            return new Open(
                    new CaseFile(path, connect(path, true), false),
                    "the case was made by a newer version: it can be looked at, not changed");
        }
        if (!"ok".equals(text(connection, "PRAGMA quick_check(1)"))) {
            close(connection);
            return CaseRecovery.recover(path);
        }
        return new Open(new CaseFile(path, connection, true), null);
    }

    /** The lock is taken at once and held until the end, so that a second program is told. */
    static Connection connect(Path path, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(0);
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, "EXTRA"); // also the removal of the journal is on the disk
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.enableLoadExtension(false);
        if (!readOnly) {
            config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
        if (!readOnly) {
            try {
                run(connection, List.of("BEGIN EXCLUSIVE", "COMMIT"));
            } catch (SQLException e) {
                close(connection);
                throw e;
            }
        }
        return connection;
    }

    static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "0";
        }
    }

    static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that is not used closes", e);
        }
    }

    /** Whether the file is a database no more, as far as the error says. */
    static boolean isDamage(SQLException e) {
        return e instanceof SQLiteException error
                && (error.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    /** What went wrong, for people. */
    static String reason(SQLException e) {
        int code = e instanceof SQLiteException error ? error.getResultCode().code & 0xFF : -1;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "the case is open in another window";
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "there is no room left on the disk";
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "this is not a case";
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return "the file cannot be opened";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return "the file cannot be written";
        }
        return String.valueOf(e.getMessage());
    }
}
