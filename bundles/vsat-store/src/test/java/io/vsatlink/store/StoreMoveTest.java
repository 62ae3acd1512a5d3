/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The move as the command asks for it, with a running store. */
class StoreMoveTest {
    @TempDir
    Path folder;

    private final StoreLifecycle lifecycle =
            new StoreLifecycle(this::open, Clock.systemUTC(), Duration.ofMillis(50), new ChangeSignal());
    private final LiveStore store = new LiveStore(lifecycle);
    private final LiveTickets tickets = new LiveTickets(lifecycle);
    private final AtomicReference<String> setting = new AtomicReference<>("");
    private final LiveMove move = new LiveMove(lifecycle, this::open, this::set, Clock.systemUTC());
    private DataSource source;
    private volatile boolean unwritable;

    private Database open(StoreSettings settings) {
        return settings.dataSource().isEmpty() ? EmbeddedDerby.open(folder.resolve("db")) : Postgres.open(source);
    }

    private void set(String dataSource) throws IOException {
        if (unwritable) {
            throw new IOException("No space left on device");
        }
        setting.set(dataSource);
        apply(dataSource);
    }

    private void apply(String dataSource) {
        lifecycle.apply(new StoreSettings(dataSource, Duration.ofDays(30)));
    }

    @BeforeEach
    void fill() throws Exception {
        source = Postgres.create();
        apply("");
        Await.until("the store is open", () -> lifecycle.store().isPresent());
        publish("A");
        tickets.accept("etms", TicketRequest.submit("EXT-1", Map.of(), "console"), "");
    }

    private void publish(String key) {
        try (GenerationWriter writer = store.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit(key, "Up")));
            writer.publish();
        }
    }

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void theStoreUsesTheOtherDatabaseAndTheSettingNamesIt() {
        List<String> lines = new ArrayList<>();
        String result = move.move("pg", false, line -> {
            lines.add(line);
            if (lines.size() == 1) {
                refusedMeanwhile();
            }
        });
        assertThat(lines)
                .contains("circuits: 1 row", "outbox: 1 row")
                .last()
                .asString()
                .startsWith("Verified: 19 tables, ");
        assertThat(result).startsWith("All data was moved, and the store uses data source pg now; dataSource is set.");
        assertThat(setting).hasValue("pg");
        assertThat(lifecycle.require().database().description()).startsWith("PostgreSQL ");
        assertThat(store.elements()).containsExactly("uat");
        assertThat(tickets.entries("etms", 10)).hasSize(1);
        publish("B");
        assertThatThrownBy(() -> move.move("pg", false, line -> {}))
                .hasMessageContaining("uses data source pg already");
        assertThat(move.move("", true, line -> {})).contains("the embedded database");
        assertThat(store.current("uat", Dataset.CIRCUITS).orElseThrow().number())
                .isEqualTo(2);
    }

    /** Whether or not the move has ended since: it is the database of one of the two that answers. */
    private void refusedMeanwhile() {
        try {
            assertThat(store.elements()).containsExactly("uat");
        } catch (StoreException e) {
            assertThat(e)
                    .hasMessageContaining("its data is being moved to PostgreSQL")
                    .hasMessageContaining("polls wait, and requests are refused until that is done");
        }
    }

    @Test
    void aRefusedTargetInterruptsNothing() throws Exception {
        Postgres.execute(source, "CREATE TABLE schema_version (version BIGINT, applied_at TIMESTAMP)");
        Postgres.execute(source, "INSERT INTO schema_version VALUES (99, now())");
        GenerationWriter writer = store.open("uat", Dataset.CUSTOMERS);
        assertThatThrownBy(() -> move.move("pg", false, line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 99");
        writer.write(List.of(Rows.row(Dataset.CUSTOMERS, "goes on")));
        writer.publish();
        assertThat(setting).hasValue("");
    }

    @Test
    void aSettingThatCannotBeWrittenIsReportedAndTheNextStartRefusesTheOldDatabase() throws Exception {
        unwritable = true;
        assertThatThrownBy(() -> move.move("pg", false, line -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "the store uses data source pg now, but the setting dataSource cannot be changed: No space");
        assertThat(lifecycle.require().database().description()).startsWith("PostgreSQL ");
        apply("");
        Await.until(
                "it is refused", () -> lifecycle.standing().reason().startsWith("Everything in the database (Derby"));
        unwritable = false;
        move.move("pg", false, line -> {});
        assertThat(setting).hasValue("pg");
        assertThat(store.elements()).containsExactly("uat");
    }

    @Test
    void aLeftDatabaseIsTakenBack() throws Exception {
        assertThatThrownBy(move::takeBack).hasMessageContaining("The store is open");
        move.move("pg", false, line -> {});
        apply("");
        Await.until(
                "it is refused", () -> lifecycle.standing().reason().startsWith("Everything in the database (Derby"));
        assertThat(move.takeBack()).startsWith("The database is used again.");
        assertThat(tickets.entries("etms", 10)).singleElement().matches(entry -> entry.mayHaveArrived());
    }

    @Test
    void anInterruptionStopsIt() {
        assertThatThrownBy(() ->
                        move.move("pg", false, line -> Thread.currentThread().interrupt()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was stopped");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.elements()).containsExactly("uat");
        assertThat(setting).hasValue("");
    }
}
