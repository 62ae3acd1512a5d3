/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Derby accepts no hint in an UPDATE or DELETE, so its optimizer must select the index, whatever the size of the table was. */
class IndexUseTest {
    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsRewrittenClosedAndDeletedThroughTheIndexOfItsKey(Dataset dataset) throws SQLException {
        DatasetTable table = new DatasetTable(dataset, store.database().dialect());
        RowCodec codec = new RowCodec(table, "uat");
        Row row = Rows.full(dataset, "K0", 0);
        for (int rows : new int[] {0, 1, 20, 500}) {
            for (int version = 0; version < 3; version++) {
                publish(dataset, rows, version);
            }
            try (Connection c = store.database().connect();
                    Statement statement = c.createStatement()) {
                // otherwise a plan for another number of rows would be reused
                statement.execute("CALL SYSCS_UTIL.SYSCS_EMPTY_STATEMENT_CACHE()");
                statement.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
                try (PreparedStatement rewrite = c.prepareStatement(table.rewrite());
                        PreparedStatement end = c.prepareStatement(table.end());
                        PreparedStatement delete = c.prepareStatement(table.delete())) {
                    int next = codec.bind(rewrite, 1, row);
                    rewrite.setLong(next, 0);
                    requireOneVisited(table, rewrite, next + 1, statement);
                    end.setLong(1, 0);
                    requireOneVisited(table, end, 2, statement);
                    requireOneVisited(table, delete, 1, statement);
                } finally {
                    c.rollback();
                }
            }
        }
    }

    private void publish(Dataset dataset, int rows, int version) {
        try (GenerationWriter writer = store.open("production", dataset)) {
            writer.write(IntStream.range(0, rows)
                    .mapToObj(i -> Rows.full(dataset, "K" + i, version))
                    .toList());
            writer.publish();
        }
    }

    private static void requireOneVisited(DatasetTable table, PreparedStatement change, int at, Statement statement)
            throws SQLException {
        change.setString(at, "K0");
        change.setString(at + 1, "production");
        change.setLong(at + 2, 1);
        int changed = change.executeUpdate();
        try (ResultSet result = statement.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
            result.next();
            String index = table.name() + "_by_"
                    + DatasetTable.snakeCase(table.listing().keyColumn().name());
            assertThat(result.getString(1))
                    .contains("Index Scan ResultSet for " + table.name().toUpperCase(Locale.ROOT) + " using index "
                            + index.toUpperCase(Locale.ROOT))
                    .doesNotContain("Table Scan")
                    .containsPattern("Number of rows visited=[0-" + (changed + 1) + "]\\b");
        }
    }
}
