/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDatabaseTest {
    private static final int PAGE = 4096;

    @TempDir
    Path parent;

    @Test
    void isMovedAsideWhenAFlippedByteIsReadAndANewOneIsCreated() throws Exception {
        Path folder = parent.resolve("db");
        try (EmbeddedDerby derby = EmbeddedDerby.open(folder)) {
            execute(derby, "CREATE TABLE precious (x VARCHAR(2000))");
            for (int i = 0; i < 400; i++) {
                execute(derby, "INSERT INTO precious VALUES ('" + "x".repeat(2000) + "')");
            }
        }
        flipInLargestTable(folder);
        try (EmbeddedDerby derby = EmbeddedDerby.open(folder)) {
            assertThat(derby.lost()).isFalse();
            assertThatThrownBy(() -> countRows(derby)).isInstanceOf(SQLException.class);
            assertThat(derby.lost()).isTrue();
            assertThat(derby.trouble().orElseThrow())
                    .contains(folder.toString())
                    .contains("is damaged");
            assertThatThrownBy(derby::connect).hasMessageContaining("damaged");
        }
        try (EmbeddedDerby derby = EmbeddedDerby.open(folder)) {
            assertThat(derby.lost()).isFalse();
            Path aside = movedAside();
            assertThat(derby.warning().orElseThrow()).contains(aside.toString());
            assertThat(aside.resolve("service.properties")).exists();
            execute(derby, "CREATE TABLE precious (x VARCHAR(2000))");
            assertThat(countRows(derby)).isZero();
            Files.move(aside, parent.resolve("taken away"));
            assertThat(derby.warning()).isEmpty();
        }
    }

    @Test
    void aLockTimeoutIsNotDamage() throws Exception {
        SQLException timeout = new SQLException("A lock could not be obtained", "40XL1");
        SQLException full = new SQLException("Page could not be written", "XSDG1");
        SQLException unreadable = new SQLException("Page could not be read", "XSDG0", new IOException("I/O error"));
        try (EmbeddedDerby derby = EmbeddedDerby.open(parent.resolve("db"))) {
            List.of(timeout, unreadable, full).forEach(derby::failed);
            assertThat(derby.lost()).isFalse();
            assertThat(derby.trouble().orElseThrow()).contains("the disk is full");
            derby.connect().close();
            assertThat(derby.trouble()).isEmpty();
        }
    }

    private Path movedAside() throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            List<Path> aside = siblings.filter(
                            path -> path.getFileName().toString().startsWith("db-damaged-"))
                    .toList();
            assertThat(aside).hasSize(1);
            return aside.get(0);
        }
    }

    /** Changes a byte after the first page of the largest file, which contains the table. */
    private static void flipInLargestTable(Path folder) throws IOException {
        Path largest;
        try (Stream<Path> files = Files.list(folder.resolve("seg0"))) {
            largest = files.max((a, b) ->
                            Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
            Random random = new Random(47);
            for (long at = 2 * PAGE + 100; at < file.length(); at += PAGE) {
                file.seek(at);
                file.write(random.nextInt(256));
                file.write(random.nextInt(256));
            }
        }
    }

    private static void execute(EmbeddedDerby derby, String sql) throws SQLException {
        try (Connection connection = derby.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    /** Reports failures to the database, as the store does. */
    private static int countRows(EmbeddedDerby derby) throws SQLException {
        try (Connection connection = derby.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("SELECT x FROM precious")) {
                int rows = 0;
                while (result.next()) {
                    rows++;
                }
                connection.commit();
                return rows;
            }
        } catch (SQLException e) {
            derby.failed(e);
            throw e;
        }
    }
}
