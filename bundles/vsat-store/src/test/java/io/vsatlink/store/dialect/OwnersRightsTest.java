/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the owner can read the files that we create, whatever the umask. */
class OwnersRightsTest {
    @TempDir
    Path parent;

    private final Clock clock = Clock.systemUTC();

    @Test
    void aNewDatabaseAndItsCopiesAreAccessibleToTheOwnerOnly() throws Exception {
        Path folder = parent.resolve("data").resolve("vsatlink").resolve("db");
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(folder), clock)) {
            store.memory().remember("uat", "fact", "x".repeat(30_000));
            store.database().backUp(parent.resolve("data").resolve("copy"));
            store.database().keepCopyOf(7);
            assertThat(openToOthers()).isEmpty();
        }
        assertThat(openToOthers()).isEmpty();
    }

    @Test
    void aDatabaseCreatedByDerbyIsAccessibleToTheOwnerOnly() throws Exception {
        try (JdbcVsatStore store =
                JdbcVsatStore.open(EmbeddedDerby.openBare(parent.resolve("data").resolve("db")), clock)) {
            assertThat(store.elements()).isEmpty();
            assertThat(openToOthers()).isEmpty();
        }
    }

    @Test
    void filesThatAnEarlierVersionMadeReadableAreRestricted() throws Exception {
        Path folder = parent.resolve("data").resolve("db");
        JdbcVsatStore.open(EmbeddedDerby.open(folder), clock).close();
        Files.createDirectories(folder.resolveSibling("db-schema-2").resolve("seg0"));
        for (Path each : all()) {
            Files.setPosixFilePermissions(
                    each, PosixFilePermissions.fromString(Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--"));
        }
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(folder), clock)) {
            store.database().backUp(folder.resolveSibling("copy"));
        }
        // the permissions of the parent folder are not our responsibility
        assertThat(openToOthers()).containsExactly(parent.resolve("data"));
    }

    private List<Path> openToOthers() throws IOException {
        return all().stream().filter(OwnersRightsTest::isOpenToOthers).toList();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(parent.resolve("data"))) {
            return all.toList();
        }
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .equals(expected);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
