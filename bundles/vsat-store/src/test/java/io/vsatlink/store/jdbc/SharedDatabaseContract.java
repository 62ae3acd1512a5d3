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
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.testkit.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds when several containers reach one database on a server. */
abstract class SharedDatabaseContract extends SharedCase {
    private static final Occupant FIRST = occupant("noc-1 /opt/karaf", "run 1");
    private static final Occupant SECOND = occupant("noc-2 /opt/karaf", "run 2");

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
        return ChildProcess.start(SharingChild.class, folder.resolve(address()));
    }

    private void endTheLease() throws SQLException {
        execute("DELETE FROM duty WHERE kind = 'run'");
        execute("UPDATE member SET lease_end = '2000-01-01 00:00:00', name = 'over'");
    }

    private List<String> members() {
        return read("SELECT name FROM member WHERE name <> 'over'");
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
