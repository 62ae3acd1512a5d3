/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps that a database has not had yet. A step and its record are one transaction, so a crash only repeats a step.
 * The database is copied before an upgrade.
 *
 * <p>Of containers that share a database one migrates it first. The others go on, and may start again, if the step says since which
 * schema the database is usable; otherwise it waits until they have stopped.
 */
public final class SchemaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    private final List<SchemaStep> steps;
    private final Clock clock;

    public SchemaMigration(Clock clock) {
        this(SchemaStep.known(), clock);
    }

    SchemaMigration(List<SchemaStep> steps, Clock clock) {
        this.steps = List.copyOf(steps);
        this.clock = clock;
    }

    /** The tables of the newest schema, in the order of their creation; without the one that records the steps. */
    public static List<String> tables() {
        return SchemaStep.known().stream().flatMap(SchemaStep::tables).toList();
    }

    /**
     * Returns the schema version of a database; 0 if it has no schema.
     *
     * @throws StoreException if a newer program wrote the database, which is then left unchanged
     */
    public int found(Database database) {
        try {
            return known(database);
        } catch (SQLException e) {
            throw failed(database, e);
        }
    }

    private int known(Database database) throws SQLException {
        int version = version(database);
        if (version > newest() && usableSince(database) > newest()) {
            throw new StoreException("The database (" + database.description()
                    + ") was written by a newer VsatLink (schema " + version + ", this version supports " + newest()
                    + "); it was not changed");
        }
        return version;
    }

    private int newest() {
        return steps.get(steps.size() - 1).version();
    }

    /**
     * @return the schema's version: the newest that this program knows, or a newer one that it can use
     * @throws StoreException if a newer program wrote the database, which is then left unchanged
     */
    public int migrate(Database database) {
        try {
            int version = known(database);
            if (version > 0 && version < newest()) {
                database.keepCopyOf(version);
            }
            for (SchemaStep step : steps) {
                if (step.version() > version) {
                    applyOnce(step, database);
                }
            }
            return Math.max(version, newest());
        } catch (SQLException e) {
            throw failed(database, e);
        }
    }

    private StoreException failed(Database database, SQLException e) {
        database.failed(e);
        return new StoreException(
                "The schema of the database (" + database.description() + ") cannot be migrated to version " + newest()
                        + ": " + database.dialect().meaning(e).orElse(e.getMessage()),
                e);
    }

    private static int version(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            try {
                return version(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private static int usableSince(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            try {
                return new UsableSince(connection).read();
            } finally {
                connection.rollback();
            }
        }
    }

    /** The version of a database; 0 if it has none. */
    static int version(Connection connection) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        String table = upper ? "schema_version".toUpperCase(Locale.ROOT) : "schema_version";
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            if (!found.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Does nothing if another container has applied the step meanwhile. */
    private void applyOnce(SchemaStep step, Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            try {
                if (database.shared() && version(connection) > 0) {
                    lock(connection);
                }
                if (version(connection) < step.version()) {
                    OlderContainers.requireNone(connection, step, database, clock);
                    apply(step, connection, database);
                    connection.commit();
                    LOG.info("The schema of {} is now version {}", database.description(), step.version());
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE schema_version IN EXCLUSIVE MODE");
        }
    }

    private void apply(SchemaStep step, Connection connection, Database database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (version(connection) == 0) {
                statement.execute("CREATE TABLE schema_version (version BIGINT NOT NULL PRIMARY KEY, applied_at "
                        + database.dialect().types().get("time") + " NOT NULL)");
            }
            for (String sql : step.statements(database.dialect())) {
                statement.execute(sql);
            }
        }
        try (PreparedStatement record =
                connection.prepareStatement("INSERT INTO schema_version (version, applied_at) VALUES (?, ?)")) {
            record.setInt(1, step.version());
            record.setTimestamp(2, Timestamp.from(clock.instant()), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
            record.executeUpdate();
        }
        new UsableSince(connection).record(step);
    }
}
