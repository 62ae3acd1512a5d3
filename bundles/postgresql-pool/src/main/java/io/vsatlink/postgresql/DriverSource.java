/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.Driver;

/**
 * Opens connections with the driver that this bundle imports. The driver's own data sources ask {@code DriverManager}, which
 * knows the drivers of all bundles and loses ours when its bundle has been stopped once. Thread-safe.
 */
final class DriverSource implements DataSource {
    /** Every wait ends, and the server ends a transaction that nobody works on. What the URL says has precedence. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", "3",
            "socketTimeout", "30",
            "tcpKeepAlive", "true",
            "ApplicationName", "vsatlink",
            "options", "-c idle_in_transaction_session_timeout=30s");

    private final Driver driver = new Driver();
    private final String url;
    private final Properties properties = new Properties();
    private final Runnable changed;
    private volatile String failure = "";
    private volatile int loginTimeout;

    /** @param changed is called when connections begin to fail, and when they succeed again */
    DriverSource(PoolSettings settings, Runnable changed) {
        this.url = settings.url();
        this.changed = changed;
        properties.putAll(DEFAULTS);
        put("user", settings.user());
        put("password", settings.password());
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = driver.connect(url, properties);
            if (connection == null) {
                throw new SQLException("the driver of PostgreSQL cannot read the URL", "08001");
            }
            report("");
            return connection;
        } catch (SQLException e) {
            report(e.getMessage());
            throw e;
        }
    }

    private void report(String outcome) {
        String before = failure;
        failure = outcome;
        if (!before.equals(outcome)) {
            changed.run();
        }
    }

    /** Returns why the last attempt failed; empty if it succeeded, or there was none. */
    Optional<String> failure() {
        return Optional.of(failure).filter(reason -> !reason.isEmpty());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is a setting of the pool");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // the driver logs by itself
    }

    /** Kept for the pool, which waits so long for attempts to end; an attempt is limited by the driver's properties. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
