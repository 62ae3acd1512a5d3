/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionSweepTest {
    private static final Condition ALL = new Condition("last_generation > ?", List.of(1L));

    @TempDir
    Path folder;

    private JdbcVsatStore store;
    private Transactions transactions;
    private VersionTable versions;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
        transactions = new Transactions(store.database());
        versions = new VersionTable(
                new DatasetTable(CIRCUITS, store.database().dialect()), new Slot("production", CIRCUITS));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsEveryVersionWithAnyNumberOfScans() {
        publish("production", Rows.circuits(0, 95, 1));
        publish("other", Rows.circuits(0, 95, 1));
        assertThat(sweep(10).delete(ALL)).isEqualTo(95);
        assertThat(keys("production")).isEmpty();
        assertThat(keys("other")).hasSize(95);
        assertThat(sweep(10).delete(ALL)).isZero();
    }

    @Test
    void closesOnlyTheWantedVersions() {
        publish("production", Rows.circuits(0, 40, 1));
        List<VersionAddress> all = find(rowNo -> true);
        VersionAddress spared = all.get(17);
        assertThat(sweep(13).end(ALL, rowNo -> rowNo != spared.rowNo(), 0)).isEqualTo(39);
        assertThat(keys("production")).containsExactly(spared.key());
    }

    @Test
    void distinguishesKeysThatSqlTreatsAsEqual() {
        publish("production", List.of(Rows.circuit("A", "Up"), Rows.circuit("A ", "Up"), Rows.circuit("A  ", "Up")));
        VersionAddress one = find(rowNo -> true).get(1);
        assertThat(sweep(10).end(ALL, rowNo -> rowNo == one.rowNo(), 0)).isEqualTo(1);
        assertThat(keys("production")).hasSize(2).doesNotContain(one.key());
    }

    @Test
    void failsForAVersionThatTheIndexDoesNotFind() {
        publish("production", Rows.circuits(0, 3, 1));
        VersionAddress wrong =
                new VersionAddress("elsewhere", find(rowNo -> true).get(0).rowNo());
        assertThatThrownBy(() -> transactions.write("test", c -> {
                    versions.delete(c, List.of(wrong));
                    return null;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("0 rows instead of 1");
    }

    private VersionSweep sweep(int atOnce) {
        return new VersionSweep(transactions, versions, new Slot("production", CIRCUITS), atOnce);
    }

    private List<VersionAddress> find(LongPredicate wanted) {
        return transactions.read("test", c -> versions.find(c, ALL, wanted, 100));
    }

    private void publish(String element, List<Row> rows) {
        try (GenerationWriter writer = store.open(element, CIRCUITS)) {
            writer.write(rows);
            writer.publish();
        }
    }

    private List<String> keys(String element) {
        try (Snapshot snapshot = store.snapshot(element);
                Stream<Row> rows = snapshot.rows(CIRCUITS)) {
            return rows.map(Row::key).toList();
        }
    }
}
