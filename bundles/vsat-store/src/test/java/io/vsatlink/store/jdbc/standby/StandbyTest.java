/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.standby;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.testkit.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real streaming standby: a copy of a server that follows it. */
class StandbyTest {
    private static final String ELEMENT = "production";

    @TempDir
    Path folder;

    private EmbeddedPostgres primary;
    private EmbeddedPostgres second;
    private JdbcVsatStore store;
    private Standby standby;

    @BeforeEach
    void start() throws IOException {
        Path data = folder.resolve("primary");
        primary = server(data, 0);
        int port = primary.getPort();
        primary.close();
        Path copy = folder.resolve("standby");
        copy(data, copy);
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres'\n",
                StandardOpenOption.APPEND);
        primary = server(data, port);
        second = server(copy, 0);
        store = JdbcVsatStore.open(Postgres.open(primary.getPostgresDatabase()), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        if (standby != null) {
            standby.close();
            Await.until("its thread has ended", () -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("vsatlink-standby")));
        }
        store.close();
        second.close();
        primary.close();
    }

    private EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .setServerConfig("log_statement", "all")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start();
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void rowsAreReadFromAStandbyThatHasTheCurrentGenerations() throws Exception {
        List<Row> rows = publish("Up");
        follow(second.getPostgresDatabase(), Duration.ofHours(1));
        Await.until("the standby is read", () -> readsRowsOfTheStandby(rows));
        assertThat(store.readSource()).matches("standby vsat-standby, at most \\d+ s behind");
        assertThat(store.warning()).isEmpty();
    }

    @Test
    void aGenerationThatTheStandbyLacksIsReadFromThePrimary() throws Exception {
        List<Row> before = publish("Up");
        follow(second.getPostgresDatabase(), Duration.ofHours(1));
        Await.until("the standby is read", () -> readsRowsOfTheStandby(before));
        try (Snapshot old = store.snapshot(ELEMENT)) {
            pause();
            List<Row> now = publish("Down");
            assertThat(read()).isEqualTo(now);
            assertThat(store.readSource()).startsWith("standby");
            assertThat(read(old)).isEqualTo(before);
            resume();
            Await.until("the standby is read again", () -> readsRowsOfTheStandby(now));
        }
    }

    @Test
    void aStandbyThatIsTooFarBehindIsNotReadUntilItHasCaughtUp() throws Exception {
        List<Row> rows = publish("Up");
        follow(second.getPostgresDatabase(), Duration.ofSeconds(2));
        Await.until("the standby is read", () -> readsRowsOfTheStandby(rows));
        pause();
        publish("Down");
        Await.until("it is behind", () -> store.readSource()
                .matches("primary, because of standby vsat-standby: it is \\d+ s behind, and readLag allows 2 s"));
        resume();
        List<Row> now = publish("Degraded");
        Await.until("the standby is read again", () -> readsRowsOfTheStandby(now));
    }

    @Test
    void aStandbyThatIsGoneFailsNobodyAndIsReadWhenItIsBack() throws Exception {
        List<Row> rows = publish("Up");
        follow(second.getPostgresDatabase(), Duration.ofHours(1));
        Await.until("the standby is read", () -> readsRowsOfTheStandby(rows));
        int port = second.getPort();
        second.close();
        assertThat(read()).isEqualTo(rows);
        Await.until("it is gone", () -> store.readSource().startsWith("primary, because of standby vsat-standby: "));
        second = server(folder.resolve("standby"), port);
        Await.until("the standby is read again", () -> readsRowsOfTheStandby(rows));
    }

    @Test
    void whatIsNoStandbyOfTheDatabaseIsNotRead() throws Exception {
        List<Row> rows = publish("Up");
        follow(primary.getPostgresDatabase(), Duration.ofHours(1));
        awaitReason("it is not a standby, or is one no longer");
        standby.close();
        follow(Postgres.create(), Duration.ofHours(1));
        awaitReason("it is a standby of another database");
        standby.close();
        follow(second.getDatabase("postgres", "no_such"), Duration.ofHours(1));
        awaitReason("no_such");
        assertThat(read()).isEqualTo(rows);
    }

    private void awaitReason(String part) throws Exception {
        Await.until(
                part,
                () -> store.readSource().startsWith("primary, because of standby vsat-standby: ")
                        && store.readSource().contains(part));
    }

    private void follow(DataSource source, Duration lag) {
        standby = new Standby("vsat-standby", store.database(), () -> Postgres.open(source), lag);
        store.readFrom(standby);
    }

    private boolean readsRowsOfTheStandby(List<Row> rows) throws IOException {
        int before = selects();
        assertThat(read()).isEqualTo(rows);
        return selects() > before;
    }

    /** How often rows were selected there. */
    private int selects() throws IOException {
        return Files.readString(log(folder.resolve("standby"))).split("FROM circuits WHERE element", -1).length;
    }

    private void pause() throws SQLException {
        Postgres.execute(second.getPostgresDatabase(), "SELECT pg_wal_replay_pause()");
    }

    private void resume() throws SQLException {
        Postgres.execute(second.getPostgresDatabase(), "SELECT pg_wal_replay_resume()");
    }

    private List<Row> publish(String status) {
        List<Row> rows = List.of(Rows.circuit("A", status), Rows.circuit("B", status));
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            writer.write(rows);
            writer.publish();
        }
        return rows;
    }

    private List<Row> read() {
        try (Snapshot snapshot = store.snapshot(ELEMENT)) {
            return read(snapshot);
        }
    }

    private static List<Row> read(Snapshot snapshot) {
        try (Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            return rows.toList();
        }
    }
}
