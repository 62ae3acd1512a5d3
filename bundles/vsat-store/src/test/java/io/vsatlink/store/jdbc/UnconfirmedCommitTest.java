/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.testkit.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A primary that reports success although the standby that must confirm each commit has not: a failover would lose it. */
class UnconfirmedCommitTest {
    private EmbeddedPostgres server;
    private Connection administrator;
    private JdbcVsatStore store;

    @BeforeEach
    void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_senders", "1")
                .start();
        administrator = server.getPostgresDatabase().getConnection();
        store = JdbcVsatStore.open(Postgres.open(server.getPostgresDatabase()), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        confirmAll();
        store.close();
        administrator.close();
        server.close();
    }

    @Test
    void aPublicationIsReportedOnceTheStandbyHasConfirmedIt() throws Exception {
        try (GenerationWriter writer = store.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            // has the row written, so that what waits is the publication
            writer.beginPass();
            writer.write(List.of(Rows.circuit("A", "Up")));
            execute("ALTER SYSTEM SET synchronous_standby_names = 'gone'");
            execute("SELECT pg_reload_conf()");
            FutureTask<Generation> publishing = new FutureTask<>(writer::publish);
            new Thread(publishing).start();
            Await.until("the publication waits for the standby", () -> waiting() != 0);
            long first = waiting();
            execute("SELECT pg_cancel_backend(" + first + ")");
            Await.until("it is asked what became of it", () -> {
                assertThat(publishing.isDone()).as("reported without a standby").isFalse();
                return waiting() != 0 && waiting() != first;
            });
            confirmAll();
            assertThat(store.current("uat", Dataset.CIRCUITS)).contains(publishing.get());
        }
    }

    /** The process of the server that publishes, or asks for the publication, and waits for the standby; 0 if there is none. */
    private long waiting() throws SQLException {
        try (Statement statement = administrator.createStatement();
                ResultSet result = statement.executeQuery("SELECT pid FROM pg_stat_activity JOIN pg_locks USING (pid)"
                        + " WHERE wait_event = 'SyncRep' AND relation = 'generation'::regclass LIMIT 1")) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private void confirmAll() throws SQLException {
        execute("ALTER SYSTEM RESET synchronous_standby_names");
        execute("SELECT pg_reload_conf()");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }
}
