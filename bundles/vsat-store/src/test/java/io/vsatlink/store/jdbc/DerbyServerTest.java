/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DerbyServerTest extends SharedDatabaseContract {
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
