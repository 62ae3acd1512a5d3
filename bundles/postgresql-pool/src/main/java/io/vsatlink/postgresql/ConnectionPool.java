/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** An open pool. It need not reach its database: it is retried in the background. Thread-safe. */
final class ConnectionPool implements AutoCloseable {
    /** Consumers have a longer patience and say what they wait for; a thread should not be held up for long. */
    private static final long WAIT = TimeUnit.SECONDS.toMillis(5);

    private static final long VALIDATION = TimeUnit.SECONDS.toMillis(3);

    private final PoolSettings settings;
    private final DriverSource source;
    private final HikariDataSource pool;

    /**
     * Counts at one moment.
     *
     * @param waiting threads that wait for a connection
     */
    record Counts(long inUse, long idle, long waiting) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    ConnectionPool(String name, PoolSettings settings, Runnable changed) {
        this.settings = settings;
        this.source = new DriverSource(settings, changed);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        // neither the URL nor the user or the password: the pool writes its configuration into the log
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.size());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT);
        config.setValidationTimeout(VALIDATION);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    PoolSettings settings() {
        return settings;
    }

    DataSource dataSource() {
        return pool;
    }

    Counts counts() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return now == null || pool.isClosed()
                ? Counts.NONE
                : new Counts(now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
    }

    /** Returns why the last attempt to open a connection failed; empty if it did not. */
    Optional<String> failure() {
        return source.failure();
    }

    /** Ends all connections, those in use as well. */
    @Override
    public void close() {
        pool.close();
    }
}
