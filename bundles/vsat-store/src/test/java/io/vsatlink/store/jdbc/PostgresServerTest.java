/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import java.sql.SQLException;

class PostgresServerTest extends SharedDatabaseContract {
    @Override
    String createDatabase() throws SQLException {
        return Postgres.createAddress();
    }
}
