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
import java.util.Collections;
import java.util.List;

/**
 * Saves what can be read of a damaged case: from both ends of each table up to the damage. The damaged file is kept beside
 * it before anything is touched.
 */
final class CaseRecovery {

    private static final int MOST_BACKUPS = 1000;

    /** The tables, the columns that order them, and how many columns they have. */
    private enum Table {
        MARK("mark", "input, origin", 5),
        NOTE("note", "id", 6),
        DOCUMENT("document", "name", 2),
        LOG("log", "id", 4);

        private final String name;
        private final String order;
        private final int columns;

        Table(String name, String order, int columns) {
            this.name = name;
            this.order = order;
            this.columns = columns;
        }
    }

    private CaseRecovery() {}

    static CaseOpening.Opened recover(Path path) {
        Path fresh = path.resolveSibling(path.getFileName() + ".recovered");
        try {
            Path backup = backup(path);
            Files.deleteIfExists(fresh);
            long rows = copy(path, fresh);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-journal"));
            CaseFile file = new CaseFile(path, CaseOpening.connect(path, false), true);
            return new CaseOpening.Open(
                    file, "the case was damaged: " + rows + " records were saved, the damaged file is " + backup);
        } catch (SQLException e) {
            return new CaseOpening.Refused(
                    path + " is damaged, and nothing of it could be saved: " + CaseOpening.reason(e));
        } catch (IOException e) {
            return new CaseOpening.Refused(path + " is damaged, and could not be backed up: " + e.getMessage());
        }
    }

    private static Path backup(Path path) throws IOException {
        for (int i = 1; i <= MOST_BACKUPS; i++) {
            Path backup = path.resolveSibling(path.getFileName() + ".damaged-" + i);
            if (!Files.exists(backup)) {
                return Files.copy(path, backup);
            }
        }
        throw new IOException("there are " + MOST_BACKUPS + " damaged files beside it already");
    }

    private static long copy(Path from, Path to) throws SQLException {
        Connection source = CaseOpening.connect(from, true);
        try {
            Connection target = CaseOpening.connect(to, false);
            try {
                CaseOpening.run(target, CaseOpening.SCHEMA);
                long rows = 0;
                for (Table table : Table.values()) {
                    rows += copy(source, target, table, "ASC");
                    rows += copy(source, target, table, "DESC");
                }
                return rows;
            } finally {
                CaseOpening.close(target);
            }
        } finally {
            CaseOpening.close(source);
        }
    }

    /** Copies rows until the damage; what has been copied from the other end already is left out. */
    private static long copy(Connection source, Connection target, Table table, String direction) throws SQLException {
        String places = String.join(", ", Collections.nCopies(table.columns, "?"));
        String order = table.order.replace(",", " " + direction + ",") + " " + direction;
        long rows = 0;
        CaseOpening.run(target, List.of("BEGIN"));
        try (PreparedStatement insert =
                        target.prepareStatement("INSERT OR IGNORE INTO " + table.name + " VALUES (" + places + ")");
                Statement select = source.createStatement()) {
            try (ResultSet all = select.executeQuery("SELECT * FROM " + table.name + " ORDER BY " + order)) {
                while (all.next()) {
                    for (int column = 1; column <= table.columns; column++) {
                        insert.setObject(column, all.getObject(column));
                    }
                    rows += insert.executeUpdate();
                }
            } catch (SQLException e) { // here is the damage: the other end is tried, and the other tables
                return rows;
            }
        } finally {
            CaseOpening.run(target, List.of("COMMIT"));
        }
        return rows;
    }
}
