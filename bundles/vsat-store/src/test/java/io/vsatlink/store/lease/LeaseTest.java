/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.dialect.OthersDerby;
import io.vsatlink.store.dialect.ServiceDatabase;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.migration.SchemaMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Occupant FIRST = occupant("noc-1", "run 1");
    private static final Occupant SECOND = occupant("noc-2", "run 2");

    private static final String IN_TWO_HOURS = "{fn TIMESTAMPADD(SQL_TSI_HOUR, 2, CURRENT_TIMESTAMP)}";

    @TempDir
    Path folder;

    private OthersDerby derby;
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        derby = new OthersDerby(folder);
        database = ServiceDatabase.open("pool", derby.source(), Duration.ofSeconds(10), () -> {});
        new SchemaMigration(CLOCK).migrate(database);
    }

    @AfterEach
    void close() throws SQLException {
        derby.close();
    }

    @Test
    void noTakeoverHappensDuringAWriteTransaction() throws Exception {
        try (Lease first = Lease.take(database, FIRST, CLOCK);
                Connection writing = database.connect()) {
            first.beforeWriting(writing);
            execute("DELETE FROM container");
            CompletableFuture<Lease> second = CompletableFuture.supplyAsync(() -> Lease.take(database, SECOND, CLOCK));
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            writing.commit();
            try (Lease taken = second.get(20, TimeUnit.SECONDS)) {
                assertThatThrownBy(() -> first.beforeWriting(writing))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("Another container (noc-2, since 2026-11-28T03:00:00Z)");
                writing.rollback();
                taken.beforeWriting(writing);
                writing.rollback();
            }
        }
    }

    @Test
    void aLeaseIsRenewedWhileItsContainerRuns() throws Exception {
        try (Lease first = Lease.take(database, FIRST, CLOCK)) {
            Instant end = leaseEnd();
            for (int i = 0; i < 200 && leaseEnd().equals(end); i++) {
                Thread.sleep(50);
            }
            assertThat(leaseEnd()).isAfter(end);
            assertThat(first.lost()).isEmpty();
        }
        assertThat(count("container")).isZero();
    }

    @Test
    void settingTheClockBackDoesNotExtendALease() throws Exception {
        execute("INSERT INTO container (name, run, version, started_at, lease_end)"
                + " VALUES ('noc-0', 'dead', '', CURRENT_TIMESTAMP, " + IN_TWO_HOURS + ")");
        execute(
                "INSERT INTO duty (kind, subject, run, fence, since) VALUES ('store', '', 'dead', 7, CURRENT_TIMESTAMP)");
        try (Lease first = Lease.take(database, FIRST, CLOCK)) {
            assertThat(first.lost()).isEmpty();
            execute("UPDATE container SET lease_end = " + IN_TWO_HOURS);
            assertThatThrownBy(() -> Lease.take(database, SECOND, CLOCK))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another container (noc-1, since 2026-11-28T03:00:00Z)");
            assertThat(first.lost()).isEmpty();
        }
    }

    @Test
    void anExpiredLeaseIsStillOursWithoutATakeover() throws Exception {
        try (Lease first = Lease.take(database, FIRST, CLOCK);
                Connection writing = database.connect()) {
            execute("UPDATE container SET lease_end = '2000-01-01 00:00:00'");
            first.beforeWriting(writing);
            writing.rollback();
        }
    }

    @Test
    void anEmbeddedDatabaseNeedsNoLeaseAndAdmitsARestartImmediately() {
        Path own = folder.resolve("own");
        EmbeddedDerby killed = EmbeddedDerby.open(own);
        JdbcVsatStore.open(killed, CLOCK, FIRST);
        // closes the database under the store, so that the store can't give it back, as after a kill
        killed.close();
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(own), CLOCK, SECOND)) {
            store.memory().remember("uat", "fact", "written");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("vsatlink-lease");
        }
    }

    private static Occupant occupant(String name, String run) {
        return new Occupant(name, run, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
    }

    private Instant leaseEnd() throws SQLException {
        try (Connection connection = derby.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT lease_end FROM container")) {
            result.next();
            return result.getTimestamp(1).toInstant();
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = derby.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = derby.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
