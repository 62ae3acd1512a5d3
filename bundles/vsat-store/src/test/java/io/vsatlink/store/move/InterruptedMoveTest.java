/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.ChildProcess;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.migration.SchemaMigration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A move that breaks off, at each of its steps and by each of its causes, and is repeated. */
class InterruptedMoveTest {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    @TempDir
    Path folder;

    private String address;
    private DataSource source;

    @BeforeEach
    void create() throws Exception {
        address = Postgres.createAddress();
        source = Postgres.source(address);
        Everything.copyTo(folder);
    }

    private static Database derby(Path folder) {
        return EmbeddedDerby.open(folder.resolve("db"));
    }

    private void move(Consumer<String> lines) {
        move(folder, source, lines);
    }

    private static void move(Path folder, DataSource source, Consumer<String> lines) {
        try (Side to = Side.target("pg", Postgres.open(source), Occupant.ofThisProcess(), CLOCK, false);
                Side from = Side.source("", derby(folder), Occupant.ofThisProcess(), CLOCK)) {
            new Move(from, to, CLOCK, new MoveProgress(lines)).run();
        }
    }

    private void assertMoved() throws Exception {
        Map<String, List<String>> there;
        try (Database database = Postgres.open(source)) {
            there = TableDump.of(database, ChronoUnit.MICROS);
        }
        try (Database database = derby(folder)) {
            Map<String, List<String>> here = TableDump.of(database, ChronoUnit.MICROS);
            there.remove("outbox");
            here.remove("outbox");
            assertThat(there).isEqualTo(here);
        }
        try (JdbcVsatStore store = JdbcVsatStore.open(Postgres.open(source), CLOCK)) {
            assertThat(store.outbox().entries(Everything.SYSTEM, 100)).hasSize(9);
        }
    }

    @Test
    void afterAFailureAtAnyTableTheOldDatabaseGoesOnAndARepetitionMovesItsNewState() throws Exception {
        int number = 0;
        for (String table : SchemaMigration.tables()) {
            if (!MovedTable.isMoved(table)) {
                continue;
            }
            assertThatThrownBy(() -> move(line -> {
                        if (line.startsWith(table + ": ")) {
                            throw new StoreException("broken at " + table);
                        }
                    }))
                    .hasMessage("broken at " + table);
            assertThatThrownBy(() -> JdbcVsatStore.open(Postgres.open(source), CLOCK))
                    .hasMessageContaining("has an unfinished copy of another one (Derby 10.16");
            if (++number % 6 == 0) {
                goesOn(number);
            }
        }
        move(line -> {});
        assertMoved();
    }

    private void goesOn(int number) {
        try (JdbcVsatStore store = JdbcVsatStore.open(derby(folder), CLOCK);
                GenerationWriter writer = store.open(Everything.ELEMENT, Dataset.ESP_PIRS)) {
            writer.write(List.of(Rows.full(Dataset.ESP_PIRS, "later", number)));
            writer.publish();
        }
    }

    @Test
    void aStopEndsItWithoutAChange() throws Exception {
        try (Side to = Side.target("pg", Postgres.open(source), Occupant.ofThisProcess(), CLOCK, false);
                Side from = Side.source("", derby(folder), Occupant.ofThisProcess(), CLOCK)) {
            MoveProgress[] progress = new MoveProgress[1];
            progress[0] = new MoveProgress(line -> progress[0].stop());
            assertThatThrownBy(() -> new Move(from, to, CLOCK, progress[0]).run())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("was stopped; nothing has changed");
        }
        JdbcVsatStore.open(derby(folder), CLOCK).close();
    }

    @Test
    void aKilledProcessLeavesAMoveThatCanBeRepeated() throws Exception {
        Files.writeString(folder.resolve("address"), address);
        try (ChildProcess child = ChildProcess.start(InterruptedMoveTest.class, folder.resolve("db"))) {
            child.awaitNumber();
            child.kill();
        }
        Postgres.endLeases(source);
        assertThatThrownBy(() -> JdbcVsatStore.open(Postgres.open(source), CLOCK))
                .hasMessageContaining("unfinished copy");
        JdbcVsatStore.open(derby(folder), CLOCK).close();
        move(line -> {});
        assertMoved();
    }

    /** Moves until it is killed: it waits in the midst of the datasets. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).getParent();
        move(folder, Postgres.source(Files.readString(folder.resolve("address"))), line -> {
            if (line.startsWith("locations: ")) {
                System.out.println(1);
                await();
            }
        });
    }

    private static void await() {
        try {
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aConnectionThatBreaksEndsItWithASentence() throws Exception {
        assertThatThrownBy(() -> move(line -> {
                    if (line.startsWith("customers: ")) {
                        endConnections();
                    }
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("customers")
                .hasMessageContaining("through data source pg");
        Postgres.execute(
                Postgres.server().getPostgresDatabase(), "ALTER DATABASE " + name() + " ALLOW_CONNECTIONS true");
        Postgres.endLeases(source);
        move(line -> {});
        assertMoved();
    }

    private String name() {
        return address.split("-", 3)[2];
    }

    private void endConnections() {
        try {
            DataSource server = Postgres.server().getPostgresDatabase();
            Postgres.execute(server, "ALTER DATABASE " + name() + " ALLOW_CONNECTIONS false");
            Postgres.execute(
                    server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name() + "'");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCopyThatIsNotTheSameIsNoticedAndTheOldDatabaseStaysInUse() {
        assertThatThrownBy(() -> move(line -> {
                    if (line.startsWith("outbox: ")) {
                        change("UPDATE devices SET model = 'X' WHERE first_generation = 2 AND device_id = 'K24'");
                    }
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not the same: devices of element uat differs from generation 2 on; the old");
        assertThatThrownBy(() -> move(line -> {
                    if (line.startsWith("outbox: ")) {
                        change("DELETE FROM ticket_name WHERE name = 'EXT-3'");
                    }
                }))
                .hasMessageContaining("ticket_name has ");
        JdbcVsatStore.open(derby(folder), CLOCK).close();
    }

    private void change(String sql) {
        try {
            Postgres.execute(source, sql);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMoveThatBreaksOffBetweenTheTwoMarksIsCompleted() {
        move(line -> {});
        change("UPDATE store_move SET state = 'FILLING'");
        assertThatThrownBy(() -> JdbcVsatStore.open(Postgres.open(source), CLOCK))
                .hasMessageContaining("unfinished");
        try (Side to = Side.source("pg", Postgres.open(source), Occupant.ofThisProcess(), CLOCK);
                Side from = Side.source("", derby(folder), Occupant.ofThisProcess(), CLOCK)) {
            new Move(from, to, CLOCK, new MoveProgress(line -> {})).finish();
        }
        JdbcVsatStore.open(Postgres.open(source), CLOCK).close();
    }

    @Test
    void onlyTheTwoDatabasesOfAMoveCompleteIt() throws Exception {
        move(line -> {});
        DataSource another = Postgres.create();
        JdbcVsatStore.open(Postgres.open(another), CLOCK).close();
        try (Side to = Side.source("pg", Postgres.open(another), Occupant.ofThisProcess(), CLOCK);
                Side from = Side.source("", derby(folder), Occupant.ofThisProcess(), CLOCK)) {
            assertThatThrownBy(() -> new Move(from, to, CLOCK, new MoveProgress(line -> {})).finish())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("was moved to another one");
        }
    }
}
