/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** An embedded database in this process, for one user at a time, with Derby's default durability. */
public final class Derby implements AutoCloseable {
    private final Path folder;
    private final Connection connection;

    private Derby(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** Opens the database, and creates it if it does not exist. Transactions end only by commit. */
    public static Derby open(Path folder) throws SQLException {
        System.setProperty(
                "derby.stream.error.file", folder.resolveSibling("derby.log").toString());
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.toString());
        source.setCreateDatabase("create");
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new Derby(folder, connection);
    }

    public Connection connection() {
        return connection;
    }

    @SuppressWarnings("resource") // the result closes its statement
    public ResultSet query(String sql) throws SQLException {
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        EmbeddedDataSource stop = new EmbeddedDataSource();
        stop.setDatabaseName(folder.toString());
        stop.setShutdownDatabase("shutdown");
        try {
            stop.getConnection().close();
        } catch (SQLException e) {
            // a successful shutdown throws this exception
            if (!"08006".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
