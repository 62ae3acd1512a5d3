/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Creates a database beside its final location and renames it when it is complete: a crash in between would otherwise leave a
 * folder that Derby will neither open nor create again.
 */
record NewDatabase(Path place, Making making) {

    /** Creates a database in a folder that does not exist yet. */
    interface Making {
        void in(Path folder) throws SQLException, IOException;
    }

    /** Does nothing if the database exists already. */
    void make() throws SQLException {
        if (Files.exists(place)) {
            return;
        }
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        // fails if another process is creating it at this moment
        new DatabaseFolder(beside).requireBootable();
        try {
            delete(beside);
            making.in(beside);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("The database at " + place + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** Has Derby create a database without a schema. */
    static void create(Path folder) throws SQLException {
        EmbeddedDataSource creating = new EmbeddedDataSource();
        creating.setDatabaseName(folder.toString());
        creating.setCreateDatabase("create");
        creating.getConnection().close();
        creating.setCreateDatabase(null);
        creating.setShutdownDatabase("shutdown");
        try {
            creating.getConnection().close();
        } catch (SQLException e) {
            if (!DerbyDialect.has(e, "08006")) {
                throw e;
            }
        }
    }

    /** Deletes what a crash has left. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : innermostFirst) {
            Files.delete(file);
        }
    }
}
