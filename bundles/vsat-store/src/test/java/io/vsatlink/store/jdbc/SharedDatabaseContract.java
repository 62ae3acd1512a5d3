/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.outbox.JdbcOutbox;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Occupant;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds when several containers reach one database on a server. */
abstract class SharedDatabaseContract {
    private static final Occupant FIRST = occupant("noc-1 /opt/karaf", "run 1");
    private static final Occupant SECOND = occupant("noc-2 /opt/karaf", "run 2");
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final String SYSTEM = "etms";

    @TempDir
    static Path folder;

    private final List<JdbcVsatStore> opened = new ArrayList<>();
    private String address;

    /** Creates an empty database and returns its address, by which other processes find it. */
    abstract String createDatabase() throws Exception;

    @BeforeEach
    void create() throws Exception {
        address = createDatabase();
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcVsatStore::close);
    }

    @Test
    void aSecondContainerIsRefusedWithTheFirstOnesNameAndAdmittedImmediatelyWhenThatStops() {
        JdbcVsatStore first = open(FIRST);
        publish(first, "A");
        for (Occupant other : List.of(SECOND, occupant(FIRST.name(), "run 3"))) {
            assertThatThrownBy(() -> open(other))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "another container (noc-1 /opt/karaf, since 2026-11-28T03:00:00Z) uses this database")
                    .hasMessageContaining("data source shared");
        }
        publish(first, "A", "B");
        first.close();

        JdbcVsatStore second = open(SECOND);
        assertThat(second.current("uat", Dataset.CIRCUITS).orElseThrow().rows()).isEqualTo(2);
        publish(second, "A", "B", "C");
    }

    @Test
    void aContainerThatReopensWithoutAProperCloseNeedNotWait() {
        open(FIRST);
        publish(open(FIRST.again()), "A");
    }

    @Test
    void aKilledContainerIsReplacedWhenItsLeaseExpires() throws Exception {
        try (ChildProcess child = child()) {
            child.awaitPublished();
            assertThatThrownBy(() -> open(SECOND)).isInstanceOf(StoreException.class);
            long told = child.kill();
            JdbcVsatStore second = await(Duration.ofSeconds(20));
            try (Snapshot snapshot = second.snapshot(Truth.ELEMENT)) {
                Generation current = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
                assertThat(current.number()).isBetween(told, told + 1);
                assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(current.number()));
            }
            assertThat(Truth.publishNext(second)).isGreaterThan(told);
        }
    }

    @Test
    void aContainerSuspendedPastItsLeaseWritesNothingMore() throws Exception {
        try (ChildProcess child = child()) {
            child.awaitPublished();
            child.signal("STOP");
            JdbcVsatStore second = await(Duration.ofSeconds(60));
            long published = Truth.publishNext(second);
            child.signal("CONT");
            assertThat(child.lastLine())
                    .contains(
                            "Another container (noc-2 /opt/karaf, since 2026-11-28T03:00:00Z) has taken this database over");
            assertThat(second.current(Truth.ELEMENT, Dataset.CIRCUITS)
                            .orElseThrow()
                            .number())
                    .isEqualTo(published);
            try (Snapshot snapshot = second.snapshot(Truth.ELEMENT)) {
                assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(published));
            }
            assertThat(Truth.publishNext(second)).isEqualTo(published + 1);
        }
    }

    @Test
    void aReplacedContainerReportsItAndNeitherWritesNorReads() throws Exception {
        JdbcVsatStore first = open(FIRST);
        GenerationWriter writer = first.open("uat", Dataset.CIRCUITS);
        writer.write(List.of(Rows.circuit("A", "Up")));
        endTheLease();
        JdbcVsatStore second = open(SECOND);
        assertThatThrownBy(() -> {
                    writer.write(List.of(Rows.circuit("B", "Up")));
                    writer.publish();
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another container (noc-2 /opt/karaf, since ")
                .hasMessageContaining("has taken this database over");
        assertThat(first.lost()).isTrue();
        assertThat(first.trouble().orElseThrow()).contains("noc-2 /opt/karaf");
        assertThatThrownBy(first::elements).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> first.outbox().accept(SYSTEM, submit("EXT-1"), ""))
                .isInstanceOf(StoreException.class);
        publish(second, "C");
        try (Snapshot snapshot = second.snapshot("uat")) {
            assertThat(snapshot.rows(Dataset.CIRCUITS).map(Row::key)).containsExactly("C");
        }
    }

    @Test
    void aReaderDuringATakeoverGetsAllRowsOrAnError() throws Exception {
        JdbcVsatStore first = open(FIRST);
        publish(first, keys(0, 5_000));
        try (Snapshot snapshot = first.snapshot("uat");
                Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            Iterator<Row> iterator = rows.iterator();
            assertThat(iterator.next().key()).isEqualTo("K0000");
            endTheLease();
            JdbcVsatStore second = open(SECOND);
            publish(second, keys(0, 2));
            second.prune(Duration.ZERO);
            assertThatThrownBy(() -> iterator.forEachRemaining(row -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("has taken this database over");
        }
    }

    @Test
    void simultaneousEqualRequestsGetTheReceiptOfTheFirst() throws Exception {
        open(FIRST).close();
        List<Outbox> outboxes = List.of(outbox(), outbox(), outbox(), outbox());
        ExecutorService threads = Executors.newFixedThreadPool(outboxes.size());
        try {
            for (int round = 0; round < 25; round++) {
                TicketRequest request = submit("EXT-" + round);
                List<Callable<Receipt>> calls = outboxes.stream()
                        .map(outbox ->
                                (Callable<Receipt>) () -> outbox.accept(SYSTEM, request, "T-" + request.reference()))
                        .toList();
                List<Receipt> receipts = new ArrayList<>();
                for (Future<Receipt> answer : threads.invokeAll(calls)) {
                    receipts.add(answer.get());
                }
                assertThat(receipts)
                        .extracting(Receipt::id)
                        .containsOnly(receipts.get(0).id());
                assertThat(receipts).filteredOn(receipt -> !receipt.duplicate()).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFastClockDoesNotInvalidateClaims() {
        Claimant claimant = new Claimant("noc-1", "start 1", "backend", LEASE);
        try (JdbcVsatStore first = open(FIRST)) {
            first.outbox().accept(SYSTEM, submit("EXT-1"), "");
            assertThat(first.outbox().claim(SYSTEM, claimant, 10)).hasSize(1);
        }
        Clock fast = Clock.offset(Clock.systemUTC(), LEASE.plusMinutes(1));
        JdbcVsatStore second = JdbcVsatStore.open(SharedServer.database(address), fast, SECOND);
        opened.add(second);
        Claimant other = new Claimant("noc-2", "start 1", "backend", LEASE);
        assertThat(second.outbox().claim(SYSTEM, other, 10)).isEmpty();
        second.outbox().startOver(new Claimant("noc-1", "start 2", "backend", LEASE));
        assertThat(second.outbox().claim(SYSTEM, other, 10)).hasSize(1);
    }

    private static Occupant occupant(String name, String run) {
        return new Occupant(name, run, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
    }

    private JdbcVsatStore open(Occupant occupant) {
        JdbcVsatStore store = JdbcVsatStore.open(SharedServer.database(address), Clock.systemUTC(), occupant);
        opened.add(store);
        return store;
    }

    /** Retries to open the second container until it is admitted. */
    private JdbcVsatStore await(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                return open(SECOND);
            } catch (StoreException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    private ChildProcess child() throws Exception {
        return ChildProcess.start(SharingChild.class, folder.resolve(address));
    }

    private Outbox outbox() {
        return new JdbcOutbox(
                new Transactions(SharedServer.database(address)), Clock.systemUTC(), new OutboxCopy(Optional.empty()));
    }

    private void endTheLease() throws SQLException {
        try (Connection connection = SharedServer.source(address).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM container");
        }
    }

    private static TicketRequest submit(String externalId) {
        return TicketRequest.submit(externalId, Map.of("severity", "2"), "mbean");
    }

    private static String[] keys(int from, int to) {
        return IntStream.range(from, to).mapToObj("K%04d"::formatted).toArray(String[]::new);
    }

    private static void publish(JdbcVsatStore store, String... keys) {
        try (GenerationWriter writer = store.open("uat", Dataset.CIRCUITS)) {
            writer.write(Stream.of(keys).map(key -> Rows.circuit(key, "Up")).toList());
            writer.publish();
        }
    }
}
