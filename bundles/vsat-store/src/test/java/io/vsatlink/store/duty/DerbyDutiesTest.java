/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.OthersDerby;
import io.vsatlink.store.dialect.ServiceDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class DerbyDutiesTest extends JdbcDutiesContract {
    @TempDir
    Path folder;

    private OthersDerby derby;

    @Override
    Database database() throws SQLException {
        derby = new OthersDerby(folder);
        return ServiceDatabase.open("pool", derby.source(), Duration.ofSeconds(10), () -> {});
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        try {
            derby.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
