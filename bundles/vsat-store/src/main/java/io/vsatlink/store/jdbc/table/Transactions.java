/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.lease.Fence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions: atomically, one writer at a time, retried after temporary failures; failures are reported as
 * sentences. Thread-safe.
 *
 * <p>Each transaction takes a connection and returns it. No longer-lived object keeps a connection, and no thread waits for one
 * of our locks while holding one: a pool with a single connection is enough.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 3;

    /** Work on a connection. It may run more than once, so its effects in memory must follow the transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Database database;
    private final Fence fence;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;

    /** For a database that no one else can reach. */
    public Transactions(Database database) {
        this(database, Fence.NONE);
    }

    public Transactions(Database database, Fence fence) {
        this.database = database;
        this.fence = fence;
    }

    public Database database() {
        return database;
    }

    public <T> T read(String what, Work<T> work) {
        requireOpen(what);
        return attempts(what, c -> {
            T result = work.on(c);
            fence.afterReading(c);
            return result;
        });
    }

    public <T> T write(String what, Work<T> work) {
        writing.lock();
        try {
            requireOpen(what);
            return attempts(what, c -> {
                fence.beforeWriting(c);
                return work.on(c);
            });
        } finally {
            writing.unlock();
        }
    }

    private <T> T attempts(String what, Work<T> work) {
        try (Connection connection = database.connect()) {
            return attempts(connection, what, work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private <T> T attempts(Connection connection, String what, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                rollBack(connection, e);
                if (attempt == ATTEMPTS || !database.dialect().retriable(e)) {
                    throw e;
                }
                LOG.debug("{}: attempt {} lost a lock, trying again", what, attempt, e);
            } catch (RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private StoreException failed(String what, SQLException e) {
        database.failed(e);
        return new StoreException(
                what + ": " + database.dialect().meaning(e).orElse("the database failed: " + e.getMessage()) + " ("
                        + database.description() + ")",
                e);
    }

    private void requireOpen(String what) {
        if (closed) {
            throw new StoreException(what + ": the store is closed");
        }
        fence.requireOurs();
    }

    public void refuse() {
        closed = true;
    }

    /** Rejects new work and lets the running transaction finish within the time limit. */
    public void close(long patience, TimeUnit unit) {
        refuse();
        try {
            if (writing.tryLock(patience, unit)) {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
