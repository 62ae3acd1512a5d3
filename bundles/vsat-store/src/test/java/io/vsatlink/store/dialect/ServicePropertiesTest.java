/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with an unreadable properties file keeps all its data. */
class ServicePropertiesTest {
    @TempDir
    Path parent;

    private Path folder;
    private Path file;
    private String text;

    @BeforeEach
    void make() throws Exception {
        folder = parent.resolve("db");
        try (JdbcVsatStore store = open()) {
            store.memory().remember("uat", "fact", "kept");
        }
        file = folder.resolve("service.properties");
        text = Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aDamagedCharacterLosesNothing() throws Exception {
        staysReadable(text.replace("SystablesIdentifier=96", "SystablesIdentifier=\\u00zz"));
        staysReadable(text.replace("derby.serviceProtocol", "derby.serviceProtoco1"));
        staysReadable(text.substring(0, text.length() / 2));
        staysReadable("");
    }

    private void staysReadable(String damaged) throws Exception {
        Files.writeString(file, damaged, StandardCharsets.ISO_8859_1);
        Path aside = folder.resolve("service.properties-unreadable");
        try (JdbcVsatStore store = open()) {
            assertThat(store.memory().recall("uat", "fact")).contains("kept");
            assertThat(store.warning().orElseThrow()).contains(aside.toString());
        }
        assertThat(aside).hasContent(damaged);
        Files.delete(aside);
    }

    @Test
    void aMissingFileIsRestored() throws Exception {
        Files.delete(file);
        try (JdbcVsatStore store = open()) {
            assertThat(store.memory().recall("uat", "fact")).contains("kept");
        }
    }

    @Test
    void aCorrectFileIsLeftUnchanged() throws Exception {
        Files.writeString(file, text + "# more\n", StandardCharsets.ISO_8859_1);
        open().close();
        assertThat(file).hasContent(text + "# more\n");
    }

    @Test
    void aFolderThatIsNotADatabaseIsRefusedWithTheReason() throws Exception {
        Path other = Files.createDirectory(parent.resolve("other"));
        assertThatThrownBy(() -> EmbeddedDerby.open(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a database");
    }

    @Test
    void aFailedBootIsReportedWithItsCause() {
        SQLException failure = new SQLException(
                "Failed to start database", "XJ040", new IOException("log.ctrl is of another version"));
        assertThat(new DerbyDialect().meaning(failure))
                .contains("Derby cannot start it: log.ctrl is of another version");
    }

    private JdbcVsatStore open() {
        return JdbcVsatStore.open(EmbeddedDerby.open(folder), Clock.systemUTC());
    }
}
