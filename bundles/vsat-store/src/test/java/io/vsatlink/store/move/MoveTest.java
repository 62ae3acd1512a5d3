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
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.store.lease.Occupant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTest {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    @TempDir
    Path folder;

    private DataSource source;

    @BeforeEach
    void create() throws Exception {
        source = Postgres.create();
        Everything.copyTo(folder);
    }

    private Database derby() {
        return EmbeddedDerby.open(folder.resolve("db"));
    }

    private Database postgres() {
        return Postgres.open(source);
    }

    private static void move(Supplier<Database> from, Supplier<Database> to, boolean replacing) {
        move(from, to, replacing, line -> {});
    }

    private static void move(
            Supplier<Database> from, Supplier<Database> to, boolean replacing, Consumer<String> lines) {
        try (Side target = Side.target("target", to.get(), Occupant.ofThisProcess(), CLOCK, replacing);
                Side left = Side.source("left", from.get(), Occupant.ofThisProcess(), CLOCK)) {
            new Move(left, target, CLOCK, new MoveProgress(lines)).run();
        }
    }

    private static Map<String, List<String>> dump(Database database) throws Exception {
        try (database) {
            return TableDump.of(database, ChronoUnit.NANOS);
        }
    }

    private static Map<String, List<String>> dumpToMicros(Database database) throws Exception {
        try (database) {
            return TableDump.of(database, ChronoUnit.MICROS);
        }
    }

    @Test
    void everyTableHasRowsThatThisTestMoves() throws Exception {
        dump(derby()).forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @Test
    void thereAndBackEveryTableIsTheSame() throws Exception {
        Map<String, List<String>> before = dump(derby());
        Map<String, List<String>> toMicros = dumpToMicros(derby());
        List<String> lines = new ArrayList<>();
        move(this::derby, this::postgres, false, lines::add);
        assertThat(lines)
                .contains("outbox: 9 rows", "held_generation: 1 row")
                .last()
                .asString()
                .startsWith("Verified: ");
        Map<String, List<String>> there = dumpToMicros(postgres());
        assertThat(without(there, "outbox")).isEqualTo(without(toMicros, "outbox"));
        assertThat(withoutLeases(there)).isEqualTo(withoutLeases(toMicros));
        move(this::postgres, this::derby, true);
        Map<String, List<String>> back = dump(derby());
        assertThat(without(back, "outbox")).isEqualTo(without(before, "outbox"));
        assertThat(withoutLeases(back)).isEqualTo(withoutLeases(before));
    }

    private static Map<String, List<String>> without(Map<String, List<String>> dump, String table) {
        Map<String, List<String>> rest = new TreeMap<>(dump);
        rest.remove(table);
        return rest;
    }

    /** The end of a claim moves with the clocks of the databases. */
    private static List<String> withoutLeases(Map<String, List<String>> dump) {
        return dump.get("outbox").stream()
                .map(row -> row.replaceFirst("lease_end=[^n,][^,]*", "lease_end=some"))
                .sorted()
                .toList();
    }

    @Test
    void theStoreGoesOnInTheOtherDatabase() {
        List<OutboxEntry> requests;
        try (JdbcVsatStore old = JdbcVsatStore.open(derby(), CLOCK)) {
            requests = old.outbox().entries(Everything.SYSTEM, 100);
        }
        move(this::derby, this::postgres, false);
        try (JdbcVsatStore store = JdbcVsatStore.open(postgres(), CLOCK)) {
            assertThat(store.outbox().entries(Everything.SYSTEM, 100)).isEqualTo(requests);
            try (GenerationWriter writer = store.open(Everything.ELEMENT, Dataset.CIRCUITS)) {
                assertThat(writer.write(List.of(Rows.full(Dataset.CIRCUITS, "K40", 40)))
                                .unchanged())
                        .isEqualTo(1);
                writer.write(List.of(Rows.circuit("new", "Up")));
                assertThat(writer.publish().number()).isEqualTo(4);
            }
            assertThat(store.acceptHeld(Everything.ELEMENT, Dataset.LOCATIONS).rows())
                    .isEqualTo(5);
            long newest = requests.get(0).id();
            assertThat(store.outbox()
                            .accept(Everything.SYSTEM, TicketRequest.submit("EXT-9", Map.of(), ""), "")
                            .id())
                    .isGreaterThan(newest);
        }
    }

    @Test
    void aDeliveryThatIsRunningReportsToTheNewDatabaseAndNobodyElseSendsMeanwhile() {
        Claim running;
        try (JdbcVsatStore old = JdbcVsatStore.open(derby(), CLOCK)) {
            running = Everything.claimed(old);
            assertThat(running.entry().state()).isEqualTo(RequestState.CLAIMED);
        }
        move(this::derby, this::postgres, false);
        try (JdbcVsatStore store = JdbcVsatStore.open(postgres(), CLOCK)) {
            assertThat(store.outbox().claim(Everything.SYSTEM, Everything.CLAIMANT, 100))
                    .extracting(claim -> claim.entry().id())
                    .doesNotContain(running.entry().id());
            assertThat(store.outbox().delivered(running, "T5")).isTrue();
        }
    }

    @Test
    void aClaimHoldsAsLongByTheClockOfTheNewDatabase() {
        Clock slow = Clock.offset(CLOCK, Duration.ofDays(-1));
        List<Long> claimed;
        try (JdbcVsatStore old = JdbcVsatStore.open(derby(), slow)) {
            claimed = old.outbox().claim(Everything.SYSTEM, Everything.CLAIMANT, 100).stream()
                    .map(claim -> claim.entry().id())
                    .toList();
        }
        assertThat(claimed).hasSizeGreaterThan(2);
        try (Side target = Side.target("target", postgres(), Occupant.ofThisProcess(), CLOCK, false);
                Side left = Side.source("left", derby(), Occupant.ofThisProcess(), slow)) {
            new Move(left, target, CLOCK, new MoveProgress(line -> {})).run();
        }
        try (JdbcVsatStore store = JdbcVsatStore.open(postgres(), CLOCK)) {
            assertThat(store.outbox().claim(Everything.SYSTEM, Everything.CLAIMANT, 100))
                    .extracting(claim -> claim.entry().id())
                    .doesNotContainAnyElementsOf(claimed);
            assertThat(store.outbox().entries(Everything.SYSTEM, 100))
                    .filteredOn(entry -> claimed.contains(entry.id()))
                    .allMatch(entry -> entry.state() == RequestState.CLAIMED);
        }
    }

    @Test
    void theDatabaseThatWasLeftIsNotOpenedUnlessItIsTakenBack() throws Exception {
        move(this::derby, this::postgres, false);
        assertThatThrownBy(() -> JdbcVsatStore.open(derby(), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Everything in the database (Derby 10.16")
                .hasMessageContaining("was moved to another one (PostgreSQL ")
                .hasMessageContaining("vsat:store-move target, or take this one back with vsat:store-move --take-back");
        assertThat(Files.exists(folder.resolve("db-outbox"))).isFalse();
        try (Side left = Side.source("left", derby(), Occupant.ofThisProcess(), CLOCK)) {
            Move.takeBack(left);
        }
        try (JdbcVsatStore store = JdbcVsatStore.open(derby(), CLOCK)) {
            assertThat(store.outbox().entries(Everything.SYSTEM, 100))
                    .filteredOn(entry -> entry.state() == RequestState.WAITING || entry.state() == RequestState.BLOCKED)
                    .hasSizeGreaterThan(4)
                    .allMatch(OutboxEntry::mayHaveArrived);
        }
        assertThat(Files.readString(folder.resolve("db-outbox"))).contains("EXT-8");
        try (Side left = Side.source("left", derby(), Occupant.ofThisProcess(), CLOCK)) {
            assertThatThrownBy(() -> Move.takeBack(left)).hasMessageContaining("was not left by a move");
        }
    }

    @Test
    void aDatabaseWithDataIsRefusedAndNotChanged() throws Exception {
        try (JdbcVsatStore other = JdbcVsatStore.open(postgres(), CLOCK)) {
            other.memory().remember("other", "fact", "kept");
        }
        Map<String, List<String>> before = dump(postgres());
        assertThatThrownBy(() -> move(this::derby, this::postgres, true))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not empty: element_memory has rows; a move needs an empty one")
                .hasMessageEndingWith("an empty one");
        assertThat(dump(postgres())).isEqualTo(before);
    }

    @Test
    void aDatabaseThatWasLeftIsReplacedOnlyIfThatIsAskedFor() {
        move(this::derby, this::postgres, false);
        assertThatThrownBy(() -> move(this::postgres, this::derby, false)).hasMessageContaining("--replace deletes");
        move(this::postgres, this::derby, true);
        try (JdbcVsatStore store = JdbcVsatStore.open(derby(), CLOCK)) {
            assertThat(store.elements()).containsExactly(Everything.ELEMENT);
        }
    }

    @Test
    void requestsBesideAnEmptyEmbeddedDatabaseKeepItFromBeingFilled() throws Exception {
        move(this::derby, this::postgres, false);
        Everything.copyTo(Files.createDirectory(folder.resolve("other")));
        Files.copy(folder.resolve("other/db-outbox"), folder.resolve("empty-outbox"));
        assertThatThrownBy(() -> move(this::postgres, () -> EmbeddedDerby.open(folder.resolve("empty")), false))
                .hasMessageContaining("empty-outbox has requests that are not finished");
    }

    @Test
    void aNewerDatabaseIsRefused() throws Exception {
        JdbcVsatStore.open(postgres(), CLOCK).close();
        Postgres.execute(source, "INSERT INTO schema_version VALUES (99, now())");
        assertThatThrownBy(() -> move(this::derby, this::postgres, false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer VsatLink (schema 99");
    }
}
