package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that somebody else runs, reached through a DataSource service. */
public final class ServiceDatabase implements Database {
    private final DataSource source;
    private final String description;
    private final Runnable release;
    private final DerbyDialect dialect = new DerbyDialect();

    private ServiceDatabase(DataSource source, String description, Runnable release) {
        this.source = source;
        this.release = release;
        this.description = description;
    }

    /**
     * @param release called when the database is closed
     * @throws StoreException where it can't be reached, or is a product that this version does not know
     */
    public static ServiceDatabase open(String name, DataSource source, Runnable release) {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            if (!about.getDatabaseProductName().equals("Apache Derby")) {
                throw new StoreException("The data source " + name + " is a " + about.getDatabaseProductName()
                        + "; this version works with Apache Derby only");
            }
            if (connection.isReadOnly()) {
                throw new StoreException("The data source " + name + " cannot be written");
            }
            return new ServiceDatabase(
                    source,
                    "Derby " + about.getDatabaseProductVersion().replaceAll(" .*", "") + " through data source " + name,
                    release);
        } catch (SQLException e) {
            throw new StoreException("The data source " + name + " gives no connection: " + e.getMessage(), e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
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
