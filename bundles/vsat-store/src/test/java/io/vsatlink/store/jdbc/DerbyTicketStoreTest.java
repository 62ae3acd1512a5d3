/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DerbyTicketStoreTest extends JdbcTicketContract {
    @TempDir
    Path folder;

    @Override
    Database database() {
        return EmbeddedDerby.open(folder.resolve("db"));
    }
}
