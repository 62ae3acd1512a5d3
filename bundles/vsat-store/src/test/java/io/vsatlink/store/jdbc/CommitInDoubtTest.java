/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.CommitRelay.Cut;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.move.Move;
import io.vsatlink.store.move.MoveProgress;
import io.vsatlink.store.move.Side;
import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connection is lost in a commit: whatever the server made of it, the effect happens once. */
class CommitInDoubtTest {
    private static DataSource direct;
    private static CommitRelay relay;
    private static JdbcVsatStore store;

    /** An element or a system that no other test uses. */
    private final String name = "e" + UUID.randomUUID();

    @BeforeAll
    static void open() throws SQLException, IOException {
        String address = Postgres.createAddress();
        direct = Postgres.source(address);
        relay = new CommitRelay(Postgres.server().getPort());
        PGSimpleDataSource relayed = (PGSimpleDataSource) Postgres.source(address);
        relayed.setPortNumbers(new int[] {relay.port()});
        relayed.setSslMode("disable");
        store = JdbcVsatStore.open(Postgres.open(relayed), Clock.systemUTC());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
        relay.close();
    }

    /** Does something while a connection that sends this statement is lost in its commit. */
    private static <T> T lost(Cut cut, String statement, Callable<T> action) throws Exception {
        relay.cut(cut, statement);
        FutureTask<T> running = new FutureTask<>(action);
        new Thread(running).start();
        if (cut == Cut.LATE) {
            Await.until("the connection is lost", () -> running.isDone() || !relay.waits());
            // a second transaction must wait for the first one, whose commit is still on its way
            Await.comesTrue(20_000, () -> running.isDone() || locksAwaited() > 0);
            relay.release();
        }
        T result = running.get();
        assertThat(relay.waits()).as("no connection was lost").isFalse();
        return result;
    }

    private static long locksAwaited() throws SQLException {
        return number(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void aChunkOfAMoveIsWrittenOnce(Cut cut) throws Exception {
        DataSource from = Postgres.create();
        try (JdbcVsatStore full = JdbcVsatStore.open(Postgres.open(from), Clock.systemUTC())) {
            Truth.publishNext(full);
        }
        String address = Postgres.createAddress();
        PGSimpleDataSource relayed = (PGSimpleDataSource) Postgres.source(address);
        relayed.setPortNumbers(new int[] {relay.port()});
        relayed.setSslMode("disable");
        Occupant occupant = Occupant.ofThisProcess();
        try (Side to = Side.target("to", Postgres.open(relayed), occupant, Clock.systemUTC(), false);
                Side left = Side.source("from", Postgres.open(from), occupant, Clock.systemUTC())) {
            Move move = new Move(left, to, Clock.systemUTC(), new MoveProgress(line -> {}));
            var unused = lost(cut, "COPY circuits", () -> {
                move.run();
                return null;
            });
        }
        try (JdbcVsatStore moved = JdbcVsatStore.open(Postgres.open(relayed), Clock.systemUTC());
                Snapshot snapshot = moved.snapshot(Truth.ELEMENT)) {
            assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsWrittenOnceAndCountedOnce(Cut cut) throws Exception {
        publish("A", "B");
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            PageOutcome outcome = writer.write(List.of(circuit("A", "Down"), circuit("C", "Up")));
            lost(cut, "COPY circuits", () -> {
                writer.beginPass();
                return null;
            });
            assertThat(outcome).isEqualTo(new PageOutcome(1, 1, 0, 0));
            assertThat(writer.write(List.of(circuit("B", "Up"))).unchanged()).isOne();
            Generation published = writer.publish();
            assertThat(published.rows()).isEqualTo(3);
            assertThat(List.of(published.added(), published.changed(), published.removed()))
                    .containsExactly(1L, 1L, 0L);
        }
        assertThat(number("SELECT COUNT(*) FROM circuits WHERE element = '" + name + "'"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aGenerationIsPublishedOnce(Cut cut) throws Exception {
        publish("A");
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            writer.write(List.of(circuit("A", "Up"), circuit("B", "Up")));
            Generation published = lost(cut, "INSERT INTO generation", writer::publish);
            assertThat(published.number()).isEqualTo(2);
            assertThat(store.current(name, Dataset.CIRCUITS)).contains(published);
        }
        assertThat(publish("A", "B").changed()).isZero();
        assertThat(store.history(name, Dataset.CIRCUITS, "B")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aGenerationIsHeldOnce(Cut cut) throws Exception {
        publish("A", "B");
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            writer.write(List.of(circuit("A", "Up")));
            Generation held = lost(cut, "INSERT INTO held_generation", writer::hold);
            assertThat(store.held(name, Dataset.CIRCUITS)).contains(held);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeldGenerationIsAcceptedOnce(Cut cut) throws Exception {
        publish("A", "B");
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            writer.write(List.of(circuit("A", "Up")));
            writer.hold();
        }
        Generation accepted = lost(cut, "INSERT INTO generation", () -> store.acceptHeld(name, Dataset.CIRCUITS));
        assertThat(accepted.rows()).isOne();
        assertThat(store.current(name, Dataset.CIRCUITS)).contains(accepted);
        assertThat(store.held(name, Dataset.CIRCUITS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRowsOfAnAbandonedPollAreUndone(Cut cut) throws Exception {
        publish("A");
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            writer.write(List.of(circuit("B", "Up")));
            writer.beginPass();
        }
        Generation published = lost(cut, "DELETE FROM circuits", () -> publish("A"));
        assertThat(published.rows()).isOne();
        assertThat(store.history(name, Dataset.CIRCUITS, "B")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPollIsRecordedOnce(Cut cut) throws Exception {
        Instant began = Instant.parse("2026-11-28T03:00:00.123456789Z");
        PollRecord poll = new PollRecord(
                name,
                Dataset.CIRCUITS,
                began,
                began.plusSeconds(7),
                PollOutcome.SUCCEEDED,
                "",
                1,
                1,
                1,
                1,
                0,
                0,
                false);
        lost(cut, "INSERT INTO poll_history", () -> {
            store.journal().append(poll);
            return null;
        });
        assertThat(store.journal().history(name, Dataset.CIRCUITS, 9)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsAcceptedOnceAndAgainByTheSameReceipt(Cut cut) throws Exception {
        TicketRequest request = request();
        Receipt receipt = lost(cut, "INSERT INTO outbox", () -> store.outbox().accept(name, request, ""));
        assertThat(receipt.duplicate()).isFalse();
        Receipt again = store.outbox().accept(name, request, "");
        assertThat(again.duplicate()).isTrue();
        assertThat(again.id()).isEqualTo(receipt.id());
        assertThat(store.outbox().entries(name, 9)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsClaimedOnce(Cut cut) throws Exception {
        store.outbox().accept(name, request(), "");
        assertThat(lost(cut, "SET state = 'CLAIMED'", this::claim)).hasSize(1);
        assertThat(entry().attempts()).isOne();
        assertThat(claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryIsRecordedOnce(Cut cut) throws Exception {
        Claim claim = accepted();
        assertThat(lost(cut, "UPDATE outbox SET state", () -> store.outbox().delivered(claim, "T-" + name)))
                .isTrue();
        assertThat(entry().state()).isEqualTo(RequestState.DELIVERED);
        assertThat(entry().ticketId()).isEqualTo("T-" + name);
        assertThat(store.outbox().block(claim, "no", false)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsRecordedOnceAndAPersonsDecisionToo(Cut cut) throws Exception {
        Claim claim = accepted();
        Instant next = Instant.now().plus(Duration.ofMinutes(5));
        assertThat(lost(cut, "UPDATE outbox SET state", () -> store.outbox().retryAt(claim, next, "HTTP 503", true)))
                .isTrue();
        assertThat(entry().state()).isEqualTo(RequestState.WAITING);
        assertThat(entry().lastError()).isEqualTo("HTTP 503");
        long id = entry().id();
        assertThat(lost(cut, "UPDATE outbox SET state", () -> store.outbox().discard(name, id)))
                .isPresent();
        assertThat(entry().state()).isEqualTo(RequestState.DISCARDED);
        assertThat(lost(cut, "UPDATE outbox SET state", () -> store.outbox().retry(name, id)))
                .isPresent();
        assertThat(entry().state()).isEqualTo(RequestState.WAITING);
    }

    private Claim accepted() {
        store.outbox().accept(name, request(), "");
        return claim().get(0);
    }

    private List<Claim> claim() {
        return store.outbox().claim(name, new Claimant("noc-1", "start 1", "backend", Duration.ofMinutes(15)), 9);
    }

    private OutboxEntry entry() {
        return store.outbox().entries(name, 1).get(0);
    }

    private static TicketRequest request() {
        return TicketRequest.submit("EXT-1", Map.of("severity", "2"), "mbean");
    }

    private Generation publish(String... keys) {
        try (GenerationWriter writer = store.open(name, Dataset.CIRCUITS)) {
            writer.write(Stream.of(keys).map(key -> circuit(key, "Up")).toList());
            return writer.publish();
        }
    }

    private static Row circuit(String key, String state) {
        return Rows.circuit(key, state);
    }
}
