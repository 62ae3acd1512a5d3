/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.testkit.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When PostgreSQL is told to look at a table. */
class FreshStatisticsTest {
    private static final int MANY = (int) FreshStatistics.MANY;

    private DataSource source;
    private JdbcVsatStore store;

    @BeforeEach
    void open() throws SQLException {
        source = Postgres.create();
        // which would look by itself
        Postgres.execute(source, "ALTER SYSTEM SET autovacuum = off");
        Postgres.execute(source, "SELECT pg_reload_conf()");
        store = JdbcVsatStore.open(Postgres.open(source), Clock.systemUTC());
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        Postgres.execute(source, "ALTER SYSTEM RESET autovacuum");
        Postgres.execute(source, "SELECT pg_reload_conf()");
    }

    @Test
    void aLargeGenerationIsLookedAtBeforeItIsCurrent() throws Exception {
        publish("production", MANY, 1);
        Await.until("the table was looked at", () -> looks() == 1);
        assertThat(rowsBelieved()).isEqualTo(MANY);
    }

    @Test
    void fewRowsOrASmallPartOfTheTableAreNotLookedAt() throws SQLException {
        publish("production", MANY - 1, 1);
        assertThat(rowsBelieved()).as("never looked at").isEqualTo(-1);
        publish("uat", 11 * MANY, 1);
        long believed = rowsBelieved();
        assertThat(believed).isGreaterThan(10 * MANY);
        assertThat(publish("production", MANY, 1_000_000).changed()).isEqualTo(MANY - 1);
        assertThat(rowsBelieved()).isEqualTo(believed);
    }

    @Test
    void nobodyWaitsWhileAnotherSessionLooksAtTheTable() throws SQLException {
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE circuits IN SHARE UPDATE EXCLUSIVE MODE");
            assertThat(publish("production", MANY, 1).rows()).isEqualTo(MANY);
        }
    }

    private Generation publish(String element, int rows, int content) {
        try (GenerationWriter writer = store.open(element, Dataset.CIRCUITS)) {
            writer.write(Rows.circuits(0, rows, content));
            return writer.publish();
        }
    }

    /** Told late: a session reports what it did when it has nothing to do. */
    private long looks() throws SQLException {
        return number("SELECT analyze_count FROM pg_stat_user_tables WHERE relname = 'circuits'");
    }

    private long rowsBelieved() throws SQLException {
        return number("SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = 'circuits'");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
