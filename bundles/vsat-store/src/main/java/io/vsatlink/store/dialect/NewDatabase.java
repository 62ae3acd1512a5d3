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
 * Makes a database beside its place, and gives it its name when it is whole: a kill meanwhile leaves a folder that Derby
 * will neither open nor make anew.
 */
record NewDatabase(Path place, Making making) {

    /** How one comes about in a folder that is not there yet. */
    interface Making {
        void in(Path folder) throws SQLException, IOException;
    }

    /** Does nothing where there is a database already. */
    void make() throws SQLException {
        if (Files.exists(place)) {
            return;
        }
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        // refuses where another process is making it at this moment
        new DatabaseFolder(beside).requireBootable();
        try {
            delete(beside);
            making.in(beside);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("The database at " + place + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** By Derby, without a schema. */
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

    /** What a kill left. */
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
