/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.store.migration.SchemaMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDatabaseTest {
    /** The elements of a schema, by name only, because Derby's numbering depends on the order of creation. */
    private static final List<String> CATALOG = List.of(
            "SELECT tablename, tabletype FROM sys.systables ORDER BY 1",
            "SELECT t.tablename, c.columnnumber, c.columnname, c.columndatatype, CAST(c.columndefault AS VARCHAR(200)),"
                    + " c.autoincrementinc FROM sys.syscolumns c JOIN sys.systables t ON c.referenceid = t.tableid"
                    + " ORDER BY 1, 2",
            "SELECT t.tablename, g.isindex, g.isconstraint, CAST(g.descriptor AS VARCHAR(200)),"
                    + " CASE WHEN g.isconstraint THEN '' ELSE g.conglomeratename END FROM sys.sysconglomerates g"
                    + " JOIN sys.systables t ON g.tableid = t.tableid WHERE g.isindex ORDER BY 1, 2, 3, 4, 5",
            "SELECT t.tablename, v.viewdefinition FROM sys.sysviews v JOIN sys.systables t ON v.tableid = t.tableid"
                    + " ORDER BY 1",
            "SELECT version FROM schema_version ORDER BY 1",
            "VALUES SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.locks.escalationThreshold'),"
                    + " SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.language.sequence.preallocator')");

    @TempDir
    Path folder;

    @Test
    void equalsTheDatabaseThatAFirstStartWouldCreate() throws SQLException {
        List<String> made;
        try (EmbeddedDerby derby = EmbeddedDerby.openBare(folder.resolve("made"))) {
            new SchemaMigration(Clock.systemUTC()).migrate(derby);
            made = catalog(derby);
        }
        try (EmbeddedDerby derby = EmbeddedDerby.open(folder.resolve("unpacked"))) {
            assertThat(catalog(derby)).isEqualTo(made).contains("CIRCUITS | T", "OUTBOX | T");
        }
    }

    @Test
    void containsNothingAboutTheBuildMachine() throws IOException {
        PreparedDatabase.unpack(folder.resolve("db"));
        String properties = Files.readString(folder.resolve("db/service.properties"), StandardCharsets.ISO_8859_1);
        assertThat(properties).contains("derby.serviceLocale=en_US").doesNotContain("/");
    }

    private static List<String> catalog(EmbeddedDerby derby) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = derby.connect();
                Statement statement = connection.createStatement()) {
            for (String query : CATALOG) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(line(rows));
                    }
                }
            }
            connection.rollback();
        }
        return found;
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(row.getString(column)));
        }
        return String.join(" | ", cells);
    }
}
