/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.store.Rows.circuit;
import static io.vsatlink.api.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers see. */
public interface ReadingContract extends StoreUnderTest {

    @Test
    default void aSnapshotStaysWhatItWas() {
        publish(CIRCUITS, circuit("A", "Up"), circuit("B", "Up"));
        Row customer = row(CUSTOMERS, "1", "customerName", "One");
        publish(CUSTOMERS, customer);
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            publish(CIRCUITS, circuit("A", "Down"), circuit("C", "Up"));
            publish(CIRCUITS, circuit("C", "Down"));
            publish(CUSTOMERS);
            publish(DEVICES, row(DEVICES, "D"));
            assertThat(read(snapshot, CIRCUITS)).containsExactly(circuit("A", "Up"), circuit("B", "Up"));
            assertThat(snapshot.row(CIRCUITS, "A")).contains(circuit("A", "Up"));
            assertThat(snapshot.row(CIRCUITS, "C")).isEmpty();
            assertThat(read(snapshot, CUSTOMERS)).containsExactly(customer);
            assertThat(snapshot.find(CUSTOMERS, "customerNumber", List.of("1"))).containsExactly(customer);
            assertThat(snapshot.generation(CIRCUITS).orElseThrow())
                    .extracting(Generation::number, Generation::rows, Generation::added)
                    .containsExactly(1L, 2L, 2L);
            assertThat(snapshot.generation(DEVICES)).isEmpty();
            assertThat(read(snapshot, DEVICES)).isEmpty();
            assertThat(snapshot.row(DEVICES, "D")).isEmpty();
        }
    }

    @Test
    default void rowsComeOrderedByKeyInUtf16Units() {
        List<String> keys = new ArrayList<>(List.of(
                "A",
                "A ",
                "A  ",
                "A B",
                "AB",
                "Aa",
                "A-1",
                "A1",
                "a",
                "Z",
                "Ä",
                "é",
                "e",
                "É",
                "ß",
                "0",
                "10",
                "9",
                "日本",
                "\ud83d\ude80",
                "\uffee",
                "_",
                "~",
                " x"));
        Collections.shuffle(keys, new Random(7));
        publish(CIRCUITS, keys.stream().map(key -> circuit(key, "Up")).toArray(Row[]::new));
        Collections.sort(keys);
        assertThat(read(CIRCUITS)).extracting(Row::key).containsExactlyElementsOf(keys);
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            assertThat(snapshot.find(CIRCUITS, "circuitId", keys))
                    .extracting(Row::key)
                    .containsExactlyElementsOf(keys);
            assertThat(snapshot.row(CIRCUITS, "A")).contains(circuit("A", "Up"));
            assertThat(snapshot.row(CIRCUITS, "A ").orElseThrow().key()).isEqualTo("A ");
            assertThat(snapshot.row(CIRCUITS, "B")).isEmpty();
        }
    }

    @Test
    default void findsRowsByLookupColumn() {
        publish(
                DEVICES,
                row(DEVICES, "D3", "circuitId", "C1"),
                row(DEVICES, "D1", "circuitId", "C1"),
                row(DEVICES, "D2", "circuitId", "C2"),
                row(DEVICES, "D4", "circuitId", "C1 "),
                row(DEVICES, "D5"));
        publish("uat", DEVICES, List.of(row(DEVICES, "D9", "circuitId", "C1")));
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            assertThat(snapshot.find(DEVICES, "circuitId", List.of("C1")))
                    .extracting(Row::key)
                    .containsExactly("D1", "D3");
            assertThat(snapshot.find(DEVICES, "circuitId", List.of("C2", "C1", "C1", "x")))
                    .extracting(Row::key)
                    .containsExactly("D1", "D2", "D3");
            assertThat(snapshot.find(DEVICES, "circuitId", List.of("x"))).isEmpty();
            assertThat(snapshot.find(DEVICES, "circuitId", List.of())).isEmpty();
            assertThat(snapshot.find(DEVICES, "circuitId", List.of("x".repeat(1000))))
                    .isEmpty();
            assertThat(snapshot.row(DEVICES, "x".repeat(1000))).isEmpty();
        }
    }

    @Test
    default void aStreamGoesOnWhileAnotherIsReadAndMayBeClosedEarly() {
        List<Row> rows = Rows.circuits(0, 500, 1);
        publish(ELEMENT, CIRCUITS, rows);
        try (Snapshot snapshot = store().snapshot(ELEMENT);
                Stream<Row> outer = snapshot.rows(CIRCUITS)) {
            var iterator = outer.iterator();
            assertThat(iterator.next()).isEqualTo(rows.get(0));
            try (Stream<Row> inner = snapshot.rows(CIRCUITS)) {
                assertThat(inner.limit(3)).hasSize(3);
            }
            publish(CIRCUITS);
            for (Row row : rows.subList(1, 500)) {
                assertThat(iterator.next()).isEqualTo(row);
            }
            assertThat(iterator.hasNext()).isFalse();
        }
    }
}
