/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another session locks rows that the store wants to write. */
class LockTest {
    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() throws SQLException {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
        store.memory().remember("production", "fact", "old");
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '1')");
            connection.commit();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTransactionIsRetriedAfterALockTimeout() throws Exception {
        try (Connection other = lock()) {
            CompletableFuture<Void> remembering =
                    CompletableFuture.runAsync(() -> store.memory().remember("production", "fact", "new"));
            String first = awaitWaiting("");
            awaitWaiting(first);
            other.rollback();
            remembering.get(30, TimeUnit.SECONDS);
        }
        assertThat(store.memory().recall("production", "fact")).contains("new");
    }

    @Test
    void aPermanentLockIsReportedWithASentence() throws Exception {
        try (Connection other = lock()) {
            assertThatThrownBy(() -> store.memory().remember("production", "fact", "new"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the memory of element production")
                    .hasMessageContaining("other transactions kept its rows locked for too long");
            other.rollback();
        }
        assertThat(store.memory().recall("production", "fact")).contains("old");
    }

    private Connection lock() throws SQLException {
        Connection connection = store.database().connect();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE element_memory SET content = 'theirs'");
        }
        return connection;
    }

    /** Waits until a transaction other than this one is waiting for a lock. */
    private String awaitWaiting(String known) throws Exception {
        while (true) {
            try (Connection connection = store.database().connect();
                    Statement statement = connection.createStatement();
                    ResultSet waiting = statement.executeQuery(
                            "SELECT xid FROM SYSCS_DIAG.LOCK_TABLE WHERE state = 'WAIT' AND xid <> '" + known + "'")) {
                if (waiting.next()) {
                    String xid = waiting.getString(1);
                    waiting.close();
                    connection.rollback();
                    return xid;
                }
                waiting.close();
                connection.rollback();
            }
            Thread.sleep(5);
        }
    }
}
