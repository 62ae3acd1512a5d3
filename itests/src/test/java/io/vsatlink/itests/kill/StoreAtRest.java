/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * The database of a killed container: a copy of the folder, opened with Derby alone, as {@code docs/vsat-store.md}
 * describes.
 */
public final class StoreAtRest extends StoreTables implements AutoCloseable {
    private static final String ERROR_LOG = "derby.stream.error.file";

    private final EmbeddedDataSource database;
    private final Connection connection;

    private StoreAtRest(EmbeddedDataSource database, Connection connection, String element) {
        super(connection, element);
        this.database = database;
        this.connection = connection;
    }

    /** @param work an empty folder for the copy */
    public static StoreAtRest copyOf(Path folder, Path work, String element) throws IOException, SQLException {
        Path copy = work.resolve("copy");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith(".lck")) {
                    Files.copy(file, copy.resolve(folder.relativize(file).toString()));
                }
            }
        }
        System.setProperty(ERROR_LOG, copy.resolveSibling("derby.log").toString());
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName(copy.toString());
        try {
            return new StoreAtRest(database, database.getConnection(), element);
        } finally {
            // a database of ours in this process must keep its own error log
            System.clearProperty(ERROR_LOG);
        }
    }

    /** False if the kill came before the first tables were created. */
    boolean hasTables() throws SQLException {
        return number("SELECT COUNT(*) FROM sys.systables WHERE tablename = 'HELD_GENERATION'") == 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.setShutdownDatabase("shutdown");
        try {
            database.getConnection().close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
