/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.jdbc.Postgres;
import java.sql.SQLException;

class PostgresDutiesTest extends JdbcDutiesContract {
    @Override
    Database database() throws SQLException {
        return Postgres.open(Postgres.create());
    }
}
