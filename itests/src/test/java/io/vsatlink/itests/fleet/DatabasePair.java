/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.testkit.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A PostgreSQL server and its synchronous streaming standby. After a failover the standby is the primary, and soon has a standby of its
 * own.
 */
final class DatabasePair implements AutoCloseable {
    static final String USER = "vsat";
    static final String NAME = "vsat";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record FailedOver(Instant at, long commitsUnderWay) {}

    private final Path folder;
    private ServerFolder primaryFolder;
    private ServerFolder standbyFolder;
    private volatile EmbeddedPostgres primary;
    private EmbeddedPostgres standby;
    private int servers;

    DatabasePair(Path folder) throws Exception {
        this.folder = folder;
        primaryFolder = next();
        primary = primaryFolder.start();
        try (Connection admin = primary.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            // no superuser: its connections are limited, and it may end only its own sessions
            statement.execute("CREATE ROLE " + USER + " LOGIN");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + USER + " ENCODING 'UTF8' TEMPLATE template0");
        }
        addStandby();
    }

    private ServerFolder next() {
        return new ServerFolder(folder.resolve("server-" + ++servers));
    }

    /** Of the primary. */
    int port() {
        return primary.getPort();
    }

    /** To the primary, as its administrator. */
    Connection admin() throws SQLException {
        return primary.getDatabase("postgres", NAME).getConnection();
    }

    /** To the primary, as the containers do. */
    Connection user() throws SQLException {
        return primary.getDatabase(USER, NAME).getConnection();
    }

    /** From then on no commit is confirmed that the standby does not have. */
    private void addStandby() throws Exception {
        standbyFolder = next();
        try (Connection admin = admin();
                Statement statement = admin.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            primaryFolder.copyTo(standbyFolder.path());
            try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                standbyFolder.follow(port(), label.getString(1));
            }
            standby = standbyFolder.start();
            Await.until(PATIENCE, "the standby streams", () -> number("SELECT COUNT(*) FROM pg_stat_replication") == 1);
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            statement.execute("SELECT pg_reload_conf()");
            Await.until(
                    PATIENCE,
                    "the standby is synchronous",
                    () -> number("SELECT COUNT(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection admin = admin();
                Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * Kills the primary while commits are under way, and makes the standby the primary. Of these commits, the standby has some.
     *
     * @return how many were under way, and when
     */
    FailedOver failOver(Random random) throws Exception {
        long sender = number("SELECT pid FROM pg_stat_replication");
        Signal.STOP.to(sender);
        Await.until(PATIENCE, "a commit waits for the standby", () -> commits() > 0);
        Thread.sleep(random.nextInt(2_000));
        long underWay = commits();
        if (random.nextBoolean()) {
            Signal.CONT.to(sender);
            Thread.sleep(random.nextInt(5));
        }
        Instant now = Instant.now();
        primaryFolder.kill(primary);
        try (Connection admin = standby.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("SELECT pg_promote()");
        }
        primary = standby;
        primaryFolder = standbyFolder;
        return new FailedOver(now, underWay);
    }

    private long commits() throws SQLException {
        return number("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }

    /** After a failover. */
    void renewStandby() throws Exception {
        addStandby();
    }

    @Override
    public void close() throws IOException {
        if (standby != null && standby != primary) {
            standby.close();
        }
        primary.close();
    }
}
