/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.migration.SchemaMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/** All rows of all tables as sorted texts. Read by plain JDBC, so that it shares no error with what is tested. */
final class TableDump {
    private TableDump() {}

    /** @param precision to which times are compared */
    static Map<String, List<String>> of(Database database, ChronoUnit precision) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (String table : SchemaMigration.tables()) {
                if (!List.of("container", "duty", "member", "open_snapshot").contains(table)) {
                    all.put(table, rows(connection, database, table, precision));
                }
            }
            connection.rollback();
        }
        return all;
    }

    private static List<String> rows(Connection connection, Database database, String table, ChronoUnit precision)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                TreeMap<String, String> row = new TreeMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String name = result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                    row.put(name, text(database, result, i, precision));
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(Database database, ResultSet result, int i, ChronoUnit precision) throws SQLException {
        Object value = result.getObject(i);
        if (value instanceof Timestamp || value instanceof OffsetDateTime) {
            return result.getTimestamp(i, Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT))
                    .toInstant()
                    .truncatedTo(precision)
                    .toString();
        }
        return value instanceof String text ? '"' + database.dialect().read(text) + '"' : String.valueOf(value);
    }
}
