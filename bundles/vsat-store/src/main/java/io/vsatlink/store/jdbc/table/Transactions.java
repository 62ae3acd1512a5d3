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
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions: atomically, one writer at a time, retried after temporary failures; failures are reported as
 * sentences. Thread-safe.
 *
 * <p>If the connection is lost during a commit, the transaction may still be running on the server, and may still commit. So the next
 * transaction that writes first waits for its end. Then the database can be asked what became of it.
 *
 * <p>Each transaction takes a connection and returns it. No longer-lived object keeps a connection, and no thread waits for one
 * of our locks while holding one: a pool with a single connection is enough.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 3;

    /** How long the database is asked what became of a commit: long enough for most failovers. */
    private static final Duration ASKED_FOR = Duration.ofSeconds(20);

    private static final Duration ASKED_EVERY = Duration.ofMillis(250);

    /** Work on a connection. It may run more than once, so its effects in memory must follow the transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Whether the work that ended with this result took effect. Asked when no transaction of ours is running. */
    public interface Question<T> {
        boolean on(Connection connection, T result) throws SQLException;
    }

    private final Database database;
    private final Fence fence;
    private final Shared shared;

    /** What those who write under different fences have in common. */
    private static final class Shared {
        final ReentrantLock writing = new ReentrantLock();
        volatile boolean closed;

        /** Under which fences a transaction may be running whose connection we lost in its commit. Guarded by {@link #writing}. */
        final Set<Fence> earlierMayRun = new HashSet<>();
    }

    /** For a database that no one else can reach. */
    public Transactions(Database database) {
        this(database, Fence.NONE);
    }

    public Transactions(Database database, Fence fence) {
        this(database, fence, new Shared());
    }

    private Transactions(Database database, Fence fence, Shared shared) {
        this.database = database;
        this.fence = fence;
        this.shared = shared;
    }

    /** Transactions of the same store under another fence. */
    public Transactions under(Fence other) {
        return new Transactions(database, other, shared);
    }

    public Database database() {
        return database;
    }

    public <T> T read(String what, Work<T> work) {
        requireOpen(what);
        try {
            return attempts(what, work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    /** Writes what may be repeated: if it is unknown whether the commit took effect, the work runs again. */
    public <T> T write(String what, Work<T> work) {
        return write(what, work, (c, result) -> false);
    }

    /**
     * Writes what may not be repeated.
     *
     * @param tookEffect asked if it is unknown whether the commit took effect; the work runs again if it did not
     */
    public <T> T write(String what, Work<T> work, Question<T> tookEffect) {
        shared.writing.lock();
        try {
            requireOpen(what);
            return write(what, new Effect<>(work, tookEffect));
        } finally {
            shared.writing.unlock();
        }
    }

    private <T> T write(String what, Effect<T> effect) {
        long began = System.nanoTime();
        while (true) {
            try {
                T result = attempts(what, c -> {
                    if (shared.earlierMayRun.contains(fence)) {
                        fence.beforeWritingAlone(c);
                    } else {
                        fence.beforeWriting(c);
                    }
                    return effect.on(c);
                });
                shared.earlierMayRun.remove(fence);
                return result;
            } catch (SQLException e) {
                if (e instanceof CommitInDoubt) {
                    LOG.info("{}: it is unknown whether the commit took effect; the database is asked", what, e);
                    shared.earlierMayRun.add(fence);
                    effect.doubt();
                }
                if (!effect.inDoubt()) {
                    throw failed(what, e);
                }
                if (shared.closed || database.lost() || System.nanoTime() - began > ASKED_FOR.toNanos() || !paused()) {
                    throw failed(what + ": it is unknown whether the change was made", e);
                }
            }
        }
    }

    /** Returns false if the thread was interrupted. */
    private static boolean paused() {
        try {
            Thread.sleep(ASKED_EVERY.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T attempts(String what, Work<T> work) throws SQLException {
        try (Connection connection = database.connect()) {
            return attempts(connection, what, work);
        }
    }

    private <T> T attempts(Connection connection, String what, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = work.on(connection);
                if (database.shared()) {
                    CommitInDoubt.commit(connection);
                } else {
                    connection.commit();
                }
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
        if (shared.closed) {
            throw new StoreException(what + ": the store is closed");
        }
        fence.requireOurs();
    }

    public void refuse() {
        shared.closed = true;
    }

    /** Rejects new work and lets the running transaction finish within the time limit. */
    public void close(long patience, TimeUnit unit) {
        refuse();
        try {
            if (shared.writing.tryLock(patience, unit)) {
                shared.writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
