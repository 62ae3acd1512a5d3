/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPruningTest {
    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
        for (int i = 0; i < 4; i++) {
            Truth.publishNext(store);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsHistoryYoungerThanTheRetention() throws SQLException {
        long before = count("circuits");
        store.prune(Duration.ofDays(1));
        assertThat(count("circuits")).isEqualTo(before);
        assertThat(count("generation")).isEqualTo(4);
    }

    @Test
    void deletesSupersededVersionsAndTheirGenerations() throws SQLException {
        assertThat(count("circuits")).isGreaterThan(2_000);
        store.prune(Duration.ZERO);
        assertThat(count("circuits")).isEqualTo(2_000);
        assertThat(count("generation")).isEqualTo(1);
        try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
            assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(4));
        }
    }

    @Test
    void keepsTheRowsOfAnOpenSnapshot() throws SQLException {
        try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
            Truth.publishNext(store);
            Truth.publishNext(store);
            store.prune(Duration.ZERO);
            assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(4));
            assertThat(count("generation")).isEqualTo(3);
        }
        store.prune(Duration.ZERO);
        assertThat(count("circuits")).isEqualTo(2_000);
    }

    @Test
    void deletesLongTextsWithTheirVersions() throws SQLException {
        String text = "x".repeat(40_000);
        Row stays = Rows.circuit("A", text + "stays");
        publish(stays, Rows.circuit("B", text));
        publish(stays, Rows.circuit("B", text + "later"));
        publish(stays, Rows.circuit("B", "short"));
        try (GenerationWriter abandoned = store.open("uat", Dataset.CIRCUITS)) {
            abandoned.write(List.of(Rows.circuit("C", text)));
        }
        assertThat(count("long_text")).isEqualTo(4);
        publish(stays, Rows.circuit("B", "short"));
        assertThat(count("long_text")).as("without the abandoned generation's").isEqualTo(3);
        store.prune(Duration.ZERO);
        assertThat(count("long_text")).isEqualTo(1);
        try (Snapshot snapshot = store.snapshot("uat")) {
            assertThat(snapshot.row(Dataset.CIRCUITS, "A")).contains(stays);
        }
    }

    private void publish(Row... circuits) {
        try (GenerationWriter writer = store.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(circuits));
            writer.publish();
        }
    }

    @Test
    void keepsTheLastPollAndTheLastSuccessOfAnyAge() {
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        poll(old, PollOutcome.SUCCEEDED, "first");
        poll(old, PollOutcome.SUCCEEDED, "success");
        poll(old, PollOutcome.FAILED, "failure");
        poll(old, PollOutcome.HELD, "last");
        store.prune(Duration.ofDays(30));
        assertThat(store.journal().history(Truth.ELEMENT, Dataset.CIRCUITS, 10))
                .extracting(PollRecord::reason)
                .containsExactly("last", "success");
    }

    private void poll(Instant at, PollOutcome outcome, String reason) {
        store.journal()
                .append(new PollRecord(
                        Truth.ELEMENT, Dataset.CIRCUITS, at, at, outcome, reason, 0, 0, 0, 0, 0, 0, false));
    }

    private long count(String table) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            long count = result.getLong(1);
            connection.rollback();
            return count;
        }
    }
}
