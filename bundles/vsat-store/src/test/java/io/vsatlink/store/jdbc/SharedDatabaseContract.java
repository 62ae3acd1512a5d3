/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.outbox.JdbcOutbox;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.testkit.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
    void aSecondContainerWritesWhatTheFirstOneDoesNot() throws Exception {
        JdbcVsatStore first = open(FIRST);
        JdbcVsatStore second = open(SECOND);
        try (GenerationWriter writer = first.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            publish(second, "lab", "L");
            assertThatThrownBy(() -> publish(second, "uat", "B"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(
                            "This container does not have the polls of element uat at present, but noc-1 /opt/karaf has");
            assertThatThrownBy(() -> second.remove("uat"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("but noc-1 /opt/karaf has");
            writer.publish();
        }
        assertThat(first.elements()).isEqualTo(second.elements()).containsExactly("lab", "uat");
        // a duty is given back after the writer is closed, on a thread of the store
        await(Duration.ofSeconds(20), () -> second.open("uat", Dataset.CIRCUITS))
                .close();
        publish(second, "uat", "A", "B");
        assertThat(first.current("uat", Dataset.CIRCUITS).orElseThrow().rows()).isEqualTo(2);
    }

    @Test
    void aContainerThatReopensWithoutAProperCloseNeedNotWait() {
        JdbcVsatStore first = open(FIRST);
        GenerationWriter writer = first.open("uat", Dataset.CIRCUITS);
        publish(open(FIRST.again()), "uat", "A");
        assertThatThrownBy(writer::publish).isInstanceOf(StoreException.class);
    }

    @Test
    void whatAKilledContainerDidIsAnothersWhenItsLeaseExpires() throws Exception {
        JdbcVsatStore second = open(SECOND);
        try (ChildProcess child = child()) {
            child.awaitPublished();
            assertThatThrownBy(() -> Truth.publishNext(second)).isInstanceOf(StoreException.class);
            long told = child.kill();
            await(Duration.ofSeconds(20), () -> second.open(Truth.ELEMENT, Dataset.CIRCUITS))
                    .close();
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
        JdbcVsatStore second = open(SECOND);
        try (ChildProcess child = child()) {
            child.awaitPublished();
            child.signal("STOP");
            try (Duty ours = second.duties().apply(DutyKind.POLL, Truth.ELEMENT, () -> {})) {
                Await.until("the second has the duty", ours::ours);
                long published = Truth.publishNext(second);
                child.signal("CONT");
                assertThat(child.lastLine())
                        .matches("This container does not have the polls of element production at present,"
                                + " but (noc-2 /opt/karaf|another one) has");
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
    }

    @Test
    void aWriterIsOverWithItsDutyEvenIfItsContainerGetsTheDutyBack() throws Exception {
        JdbcVsatStore first = open(FIRST);
        try (Duty ours = first.duties().apply(DutyKind.POLL, "uat", () -> {});
                GenerationWriter writer = first.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            endTheLease();
            Await.until("it has the duty again, as a new run", () -> members().size() == 1 && ours.ours());
            assertThatThrownBy(writer::publish).isInstanceOf(StoreException.class);
        }
        publish(first, "uat", "C");
        try (Snapshot snapshot = first.snapshot("uat")) {
            assertThat(snapshot.rows(Dataset.CIRCUITS).map(Row::key)).containsExactly("C");
        }
    }

    @Test
    void pruningSparesWhatAnotherContainerReads() throws Exception {
        JdbcVsatStore first = open(FIRST);
        JdbcVsatStore second = open(SECOND);
        publish(first, "uat", keys(0, 5_000));
        try (Snapshot snapshot = first.snapshot("uat");
                Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            Iterator<Row> iterator = rows.iterator();
            iterator.next();
            Await.until("it is recorded", () -> number("SELECT COUNT(*) FROM open_snapshot") == 1);
            publish(second, "uat", keys(0, 2));
            assertThat(second.prune(Duration.ZERO)).isTrue();
            assertThat(Stream.iterate(iterator, Iterator::hasNext, i -> i)
                            .mapToInt(i -> {
                                i.next();
                                return 1;
                            })
                            .sum())
                    .isEqualTo(4_999);
        }
        Await.until("it is over", () -> number("SELECT COUNT(*) FROM open_snapshot") == 0);
        second.prune(Duration.ZERO);
        assertThat(number("SELECT COUNT(*) FROM circuits")).isEqualTo(2);
    }

    @Test
    void aReaderWhoseRowsAnotherContainerPrunesGetsAnError() throws Exception {
        JdbcVsatStore first = open(FIRST);
        JdbcVsatStore second = open(SECOND);
        publish(first, "uat", keys(0, 5_000));
        try (Snapshot snapshot = first.snapshot("uat");
                Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            Iterator<Row> iterator = rows.iterator();
            assertThat(iterator.next().key()).isEqualTo("K0000");
            publish(second, "uat", keys(0, 2));
            execute("DELETE FROM generation WHERE number = 1");
            assertThatThrownBy(() -> iterator.forEachRemaining(row -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("was deleted by another container");
        }
    }

    @Test
    void oneContainerPrunesAtATime() throws Exception {
        JdbcVsatStore first = open(FIRST);
        JdbcVsatStore second = open(SECOND);
        try (Duty ours = second.duties().apply(DutyKind.PRUNE, "", () -> {})) {
            Await.until("the second has the duty", ours::ours);
            assertThat(first.prune(Duration.ZERO)).isFalse();
            assertThat(second.prune(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void containersThatOpenANewDatabaseAtOnceAllHaveIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<JdbcVsatStore>> openings = IntStream.range(0, 3)
                    .mapToObj(i -> (Callable<JdbcVsatStore>)
                            () -> await(Duration.ofSeconds(20), () -> open(occupant("noc-" + i, "run " + i))))
                    .toList();
            int elements = 0;
            for (Future<JdbcVsatStore> store : threads.invokeAll(openings)) {
                elements++;
                publish(store.get(), "uat-" + elements, "A");
            }
            assertThat(elements).isEqualTo(3);
        } finally {
            threads.shutdownNow();
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
    void aClaimIsVoidWhenItsContainerIsGoneWhateverAClockSaysOrANameIs() throws Exception {
        Claimant claimant = new Claimant("noc", "start 1", "backend", LEASE);
        JdbcVsatStore first = open(FIRST);
        first.outbox().accept(SYSTEM, submit("EXT-1"), "");
        Claim claim = first.outbox().claim(SYSTEM, claimant, 10).get(0);

        Clock fast = Clock.offset(Clock.systemUTC(), LEASE.plusMinutes(1));
        JdbcVsatStore second = JdbcVsatStore.open(SharedServer.database(address), fast, SECOND);
        opened.add(second);
        // an image of the same container: equal name and folder
        Claimant other = new Claimant("noc", "start 2", "backend", LEASE);
        second.outbox().startOver(other);
        assertThat(second.outbox().claim(SYSTEM, other, 10)).isEmpty();
        first.close();
        assertThat(second.outbox().claim(SYSTEM, other, 10))
                .as("a call may be on its way")
                .isEmpty();
        execute("UPDATE member SET lease_end = '2000-01-01 00:00:00' WHERE run = 'run 1'");
        List<Claim> claims = second.outbox().claim(SYSTEM, other, 10);
        assertThat(claims).singleElement().matches(each -> each.entry().mayHaveArrived());
        JdbcVsatStore again = open(FIRST.again());
        assertThat(again.outbox().delivered(claim, "T-1")).isFalse();
        assertThat(second.outbox().delivered(claims.get(0), "T-1")).isTrue();
    }

    @Test
    void theRequestsOfATicketAreInOrderOverContainers() throws Exception {
        JdbcVsatStore first = open(FIRST);
        JdbcVsatStore second = open(SECOND);
        for (int i = 0; i < 20; i++) {
            (i % 2 == 0 ? first : second).outbox().accept(SYSTEM, submit("EXT-" + i), "");
            (i % 2 == 0 ? second : first)
                    .outbox()
                    .accept(SYSTEM, TicketRequest.update("EXT-" + i, "severity", "3", "", "mbean"), "");
        }
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> backends = Stream.of(first, second)
                    .map(store -> (Callable<Void>) () -> deliverAll(store.outbox(), sent))
                    .toList();
            for (Future<Void> end : threads.invokeAll(backends)) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sent).hasSize(40).doesNotHaveDuplicates();
        for (int i = 0; i < 20; i++) {
            assertThat(sent.indexOf("SUBMIT EXT-" + i)).isLessThan(sent.indexOf("UPDATE EXT-" + i));
        }
    }

    private static Void deliverAll(Outbox outbox, List<String> sent) {
        Claimant claimant = new Claimant("noc", "start", "backend", LEASE);
        while (outbox.counts(SYSTEM).waiting() > 0) {
            for (Claim claim : outbox.claim(SYSTEM, claimant, 3)) {
                TicketRequest request = claim.entry().request();
                sent.add(request.kind() + " " + request.reference());
                assertThat(outbox.delivered(claim, "T-" + request.reference())).isTrue();
            }
        }
        return null;
    }

    private static Occupant occupant(String name, String run) {
        return new Occupant(name, run, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
    }

    private JdbcVsatStore open(Occupant occupant) {
        JdbcVsatStore store = JdbcVsatStore.open(SharedServer.database(address), Clock.systemUTC(), occupant);
        opened.add(store);
        return store;
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> T await(Duration patience, Attempt<T> attempt) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                return attempt.make();
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
                new Transactions(SharedServer.database(address)),
                Clock.systemUTC(),
                () -> "run",
                new OutboxCopy(Optional.empty()));
    }

    private void endTheLease() throws SQLException {
        execute("DELETE FROM duty WHERE kind = 'run'");
        execute("UPDATE member SET lease_end = '2000-01-01 00:00:00', name = 'over'");
    }

    private List<String> members() {
        return read("SELECT name FROM member WHERE name <> 'over'");
    }

    private long number(String query) {
        return Long.parseLong(read(query).get(0));
    }

    private List<String> read(String query) {
        try (Connection connection = SharedServer.source(address).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = SharedServer.source(address).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TicketRequest submit(String externalId) {
        return TicketRequest.submit(externalId, Map.of("severity", "2"), "mbean");
    }

    private static String[] keys(int from, int to) {
        return IntStream.range(from, to).mapToObj("K%04d"::formatted).toArray(String[]::new);
    }

    private static void publish(JdbcVsatStore store, String element, String... keys) {
        try (GenerationWriter writer = store.open(element, Dataset.CIRCUITS)) {
            writer.write(Stream.of(keys).map(key -> Rows.circuit(key, "Up")).toList());
            writer.publish();
        }
    }
}
