/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What a program must know of the schema to use a database: column {@code usable_since} of {@code schema_version}. */
record UsableSince(Connection connection) {

    /** The schema that a program must know. */
    int read() throws SQLException {
        String since = isThere() ? "COALESCE(usable_since, version)" : "version";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT MAX(" + since + ") FROM schema_version")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Completes the record of a step, unless that is older than the column. */
    void record(SchemaStep step) throws SQLException {
        if (isThere()) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE schema_version SET usable_since = ? WHERE version = ?")) {
                update.setInt(1, step.usableSince());
                update.setInt(2, step.version());
                update.executeUpdate();
            }
        }
    }

    private boolean isThere() throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet found = connection
                .getMetaData()
                .getColumns(
                        null, connection.getSchema(), stored("schema_version", upper), stored("usable_since", upper))) {
            return found.next();
        }
    }

    private static String stored(String name, boolean upper) {
        return upper ? name.toUpperCase(Locale.ROOT) : name;
    }
}
