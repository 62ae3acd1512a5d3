/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a Derby database that is in use. Derby creates it in a folder beside the destination, so a copy that a crash or a
 * full disk interrupted is never mistaken for a complete one.
 */
record DerbyCopy(Path database, Path copy) {
    private static final Logger LOG = LoggerFactory.getLogger(DerbyCopy.class);

    /** Creates the copy and replaces an earlier one. */
    void replace(Connection connection) throws SQLException {
        make(connection, true);
    }

    void make(Connection connection) throws SQLException {
        make(connection, false);
    }

    private void make(Connection connection, boolean replacing) throws SQLException {
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            delete(part);
            Files.createDirectory(part, OwnerOnly.folder());
            try (CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
                call.setString(1, part.toString());
                call.execute();
            }
            if (replacing) {
                delete(copy);
            }
            // Derby copies the access rights of its files, which an older version granted to all users
            OwnerOnly.restrict(part);
            Files.move(part.resolve(database.getFileName()), copy);
        } catch (IOException e) {
            throw new StoreException("The database cannot be copied to " + copy + ": " + e, e);
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            delete(part);
        } catch (IOException e) {
            LOG.debug("The remains of an unfinished copy in {} cannot be deleted", part, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
