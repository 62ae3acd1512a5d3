/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored data of a removed element. */
class ElementRemovalTest {
    private static final List<String> TABLES = List.of(
            "dataset_state",
            "generation",
            "held_generation",
            "poll_history",
            "element_memory",
            "long_text",
            "circuits",
            "devices",
            "tickets");

    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void removesAllDataOfTheElementAndNothingElse() throws SQLException {
        use("gone");
        use("stays");
        Map<String, Long> others = counts("stays");
        assertThat(counts("gone")).isEqualTo(others).doesNotContainValue(0L);
        assertThat(store.kept()).containsExactly("gone", "stays");

        assertThat(store.remove("gone")).isEqualTo(2_500 + 2_500 + 1 + 1);

        Map<String, Long> left = counts("gone");
        // a ticketing system with the same name is unrelated
        assertThat(left.remove("tickets")).isEqualTo(1);
        assertThat(left.remove("dataset_state")).isEqualTo(1);
        assertThat(left.remove("generation")).isEqualTo(1);
        assertThat(left.values()).containsOnly(0L);
        assertThat(counts("stays")).isEqualTo(others);
        assertThat(store.kept()).containsExactly("stays");
        assertThat(store.remove("gone")).isZero();
        assertThat(counts("stays")).isEqualTo(others);
    }

    @Test
    void anElementThatIsCreatedAgainStartsEmpty() {
        use("gone");
        store.remove("gone");
        publish("gone", List.of(Rows.circuit("A", "Up")));
        assertThat(keys("gone")).containsExactly("A");
        assertThat(store.current("gone", Dataset.CIRCUITS).orElseThrow().number())
                .isEqualTo(1);
        assertThat(store.journal().last("gone", Dataset.CIRCUITS)).isEmpty();
    }

    @Test
    void aKilledRemovalIsInvisibleAndCompletedByPruningOrTheNextPoll() throws SQLException {
        use("gone");
        use("again");
        // the state after a kill that follows the mark
        execute("DELETE FROM generation WHERE dataset <> 'tickets'");
        execute("UPDATE dataset_state SET removing = TRUE, current_generation = 0 WHERE dataset <> 'tickets'");
        close();
        open();
        assertThat(store.elements()).isEmpty();
        publish("again", List.of(Rows.circuit("CIR-0000001", "Up")));
        assertThat(keys("again")).containsExactly("CIR-0000001");
        store.prune(Duration.ofDays(1));
        assertThat(counts("gone")).containsEntry("circuits", 0L).containsEntry("devices", 0L);
        assertThat(keys("again")).containsExactly("CIR-0000001");
        assertThat(counts("again")).containsEntry("circuits", 1L);
    }

    @Test
    void aKillAtAnyPointLeavesAllOrNothingVisibleAndTheNextCallContinues() throws Exception {
        store.close();
        for (int round = 0; round < 3; round++) {
            try (ChildProcess child = ChildProcess.start(ElementRemovalTest.class, folder.resolve("db"))) {
                child.awaitNumber();
                Thread.sleep(ThreadLocalRandom.current().nextInt(150));
                child.kill();
            }
            open();
            assertThat(keys("gone").size()).isIn(0, 5_000);
            store.remove("gone");
            assertThat(counts("gone").values()).containsOnly(0L);
            assertThat(keys("stays")).hasSize(10);
            store.close();
        }
    }

    /** Removes an element until the process is killed. */
    public static void main(String[] arguments) {
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(Path.of(arguments[0])), Clock.systemUTC())) {
            publish(store, "gone", Rows.circuits(0, 5_000, 1));
            publish(store, "stays", Rows.circuits(0, 10, 1));
            System.out.println(1);
            store.remove("gone");
        }
    }

    @Test
    void anElementThatIsBeingReadOrPolledIsNotRemoved() throws SQLException {
        use("gone");
        try (Snapshot snapshot = store.snapshot("gone")) {
            assertThatThrownBy(() -> store.remove("gone"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("gone is being read");
            assertThat(snapshot.rows(Dataset.CIRCUITS)).hasSize(2_500);
        }
        try (GenerationWriter writer = store.open("gone", Dataset.DEVICES)) {
            assertThatThrownBy(() -> store.remove("gone"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("devices of element gone is being written");
            assertThat(writer.generation()).isEqualTo(2);
        }
        assertThat(counts("gone")).containsEntry("circuits", 5_000L).containsEntry("poll_history", 3L);
        store.remove("gone");
        assertThat(keys("gone")).isEmpty();
    }

    /** Stores two generations of circuits, devices of which some are held, a journal, a memory, and a ticket. */
    private void use(String element) {
        publish(element, Rows.circuits(0, 2_500, 1));
        publish(element, Rows.circuits(0, 2_500, 2));
        try (GenerationWriter writer = store.open(element, Dataset.DEVICES)) {
            writer.write(List.of(Rows.row(Dataset.DEVICES, "D", "model", "m".repeat(40_000))));
            writer.publish();
        }
        try (GenerationWriter writer = store.open(element, Dataset.DEVICES)) {
            writer.write(List.of(Rows.row(Dataset.DEVICES, "E")));
            writer.hold();
        }
        store.memory().remember(element, "fact", "f".repeat(40_000));
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            store.journal()
                    .append(new PollRecord(
                            element,
                            Dataset.CIRCUITS,
                            now,
                            now,
                            PollOutcome.SUCCEEDED,
                            "done",
                            1,
                            1,
                            1,
                            1,
                            0,
                            0,
                            false));
        }
        try (GenerationWriter writer = store.tickets().open(element)) {
            writer.write(List.of(Tickets.ticket("T1").row()));
            writer.publish();
        }
    }

    private void publish(String element, List<Row> circuits) {
        publish(store, element, circuits);
    }

    private static void publish(JdbcVsatStore store, String element, List<Row> circuits) {
        try (GenerationWriter writer = store.open(element, Dataset.CIRCUITS)) {
            writer.write(circuits);
            writer.publish();
        }
    }

    private List<String> keys(String element) {
        try (Snapshot snapshot = store.snapshot(element);
                Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            return rows.map(Row::key).toList();
        }
    }

    private Map<String, Long> counts(String element) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            try (Connection connection = store.database().connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(
                            "SELECT COUNT(*) FROM " + table + " WHERE element = '" + element + "'")) {
                result.next();
                counts.put(table, result.getLong(1));
                connection.rollback();
            }
        }
        return counts;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
