/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDerbyTest {
    private static final String ERROR_LOG = "derby.stream.error.file";

    @TempDir
    Path folder;

    @Test
    void nothingBootsADatabaseThatIsClosed() {
        EmbeddedDerby derby = EmbeddedDerby.open(folder.resolve("db"));
        derby.close();
        Path log = folder.resolve("second.log");
        System.setProperty(ERROR_LOG, log.toString());
        try {
            derby.close();
            assertThatThrownBy(derby::connect).isInstanceOf(SQLException.class).hasMessage("the database is closed");
        } finally {
            System.clearProperty(ERROR_LOG);
        }
        assertThat(log).doesNotExist();
    }
}
