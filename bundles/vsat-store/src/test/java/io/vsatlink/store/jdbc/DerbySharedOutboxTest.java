/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DerbySharedOutboxTest extends SharedOutboxContract {
    @TempDir
    static Path folder;

    private static NetworkDerby server;

    @BeforeAll
    static void start() throws Exception {
        server = new NetworkDerby(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Override
    String createDatabase() throws SQLException {
        return server.create();
    }
}
