/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that someone else operates, reached through a DataSource service. */
public final class ServiceDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceDatabase.class);

    private final String name;
    private final BoundedWait source;
    private final String description;
    private final Runnable release;
    private final Dialect dialect;

    private volatile boolean withdrawn;
    private volatile String run = "";

    private ServiceDatabase(String name, BoundedWait source, Dialect dialect, String description, Runnable release) {
        this.name = name;
        this.dialect = dialect;
        this.source = source;
        this.release = release;
        this.description = description;
    }

    /**
     * @param patience the maximum wait for a connection
     * @param release called when the database is closed
     * @throws StoreException if it can't be reached, or this version does not support the product
     */
    public static ServiceDatabase open(String name, DataSource dataSource, Duration patience, Runnable release) {
        BoundedWait source = new BoundedWait(dataSource, patience);
        try (Connection connection = source.connect()) {
            DatabaseMetaData about = connection.getMetaData();
            Product product = Product.of(name, about);
            if (connection.isReadOnly()) {
                throw new StoreException("The data source " + name + " cannot be written");
            }
            return new ServiceDatabase(
                    name,
                    source,
                    product.dialect(),
                    product.name() + " " + about.getDatabaseProductVersion().replaceAll(" .*", "")
                            + " through data source " + name,
                    release);
        } catch (SQLException e) {
            throw new StoreException("The data source " + name + " returns no connection: " + e.getMessage(), e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public Connection connect() throws SQLException {
        if (withdrawn) {
            throw new SQLException("the data source service " + name + " is no longer available", "08006");
        }
        Connection connection = source.connect();
        boolean prepared = false;
        try {
            if (!run.isEmpty()) {
                dialect.mark(connection, run);
            }
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            prepared = true;
            return connection;
        } finally {
            if (!prepared) {
                connection.close();
            }
        }
    }

    @Override
    public void sessionsOf(String next) {
        run = next;
    }

    /** The service has disappeared. */
    public void withdraw() {
        withdrawn = true;
    }

    @Override
    public void failed(SQLException failure) {
        // the operator of the database handles it
    }

    @Override
    public boolean lost() {
        return withdrawn;
    }

    @Override
    public Optional<String> trouble() {
        return withdrawn
                ? Optional.of("The data source service " + name + " is no longer available")
                : Optional.empty();
    }

    @Override
    public Optional<String> warning() {
        return Optional.empty();
    }

    @Override
    public void backUp(Path copy) {
        throw new StoreException("The database is behind the data source " + name + ": back it up with its own tools");
    }

    @Override
    public void keepCopyOf(int schema) {
        LOG.warn(
                "The schema of data source {} is migrated beyond version {}; only your own backup has the previous state",
                name,
                schema);
    }

    @Override
    public Optional<Path> beside(String name) {
        return Optional.empty();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public long sizeOnDisk() {
        return -1;
    }

    @Override
    public void close() {
        release.run();
    }
}
