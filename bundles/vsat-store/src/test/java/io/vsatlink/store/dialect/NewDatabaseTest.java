/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aKilledCreationIsRestarted() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("db.new/log"));
        Files.writeString(unfinished.resolve("log1.dat"), "half");

        try (EmbeddedDerby derby = EmbeddedDerby.open(folder.resolve("db"));
                Connection connection = derby.connect()) {
            assertThat(connection.isValid(1)).isTrue();
            connection.rollback();
        }

        assertThat(folder.resolve("db/service.properties")).exists();
        assertThat(folder.resolve("db.new")).doesNotExist();
    }
}
