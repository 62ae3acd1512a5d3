/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.store.Rows.circuit;
import static io.vsatlink.api.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of rows for who looks at them. */
public interface PageContract extends StoreUnderTest {

    @Test
    default void aPageIsFilteredSortedAndCounted() {
        publish(
                CIRCUITS,
                row(CIRCUITS, "C1", "status", "Active", "serviceTier", 3L, "countryCode", "NO"),
                row(CIRCUITS, "C2", "status", "Inactive", "serviceTier", 3L),
                row(CIRCUITS, "C3", "status", "ACTIVE", "serviceTier", 2L, "countryCode", "HU"),
                row(CIRCUITS, "C4", "status", "Active", "serviceTier", 30L));
        publish("uat", CIRCUITS, List.of(row(CIRCUITS, "C9", "status", "Active")));
        assertThat(keys(query(CIRCUITS, "", Map.of("status", "active"), "countryCode", false, null, 10)))
                .containsExactly("C3", "C1", "C2", "C4");
        assertThat(keys(query(
                        CIRCUITS, "", Map.of("status", "activE", "serviceTier", "3"), "circuitId", true, null, 10)))
                .containsExactly("C2", "C1");
        assertThat(keys(query(CIRCUITS, "hu", Map.of("status", ""), "circuitId", false, null, 10)))
                .containsExactly("C3");
        assertThat(page(query(CIRCUITS, "nothing", Map.of(), "circuitId", false, null, 10)))
                .isEqualTo(new RowPage(List.of(), 0));
        RowPage two = page(query(CIRCUITS, "", Map.of("serviceTier", "3"), "circuitId", false, null, 1));
        assertThat(two.matching()).isEqualTo(2);
        assertThat(two.rows())
                .containsExactly(row(CIRCUITS, "C1", "status", "Active", "serviceTier", 3L, "countryCode", "NO"));
    }

    @Test
    default void allRowsThatMatchComeByKeyWhateverThePageWouldBe() {
        publish(
                CIRCUITS,
                row(CIRCUITS, "C3", "status", "ACTIVE", "countryCode", "HU"),
                row(CIRCUITS, "C2", "status", "Down", "countryCode", "NO"),
                row(CIRCUITS, "C1", "status", "Active", "countryCode", "NO"));
        RowQuery query = query(CIRCUITS, "", Map.of("status", "active"), "countryCode", true, null, 1);
        try (Snapshot snapshot = store().snapshot(ELEMENT);
                Stream<Row> rows = snapshot.matching(query)) {
            assertThat(rows.map(Row::key)).containsExactly("C1", "C3");
        }
    }

    @Test
    default void pagesFollowEachOtherThereAndBackWithoutGapsWhateverTheColumn() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            rows.add(
                    i % 5 == 0
                            ? circuit(String.format("K%03d ", i), null)
                            : Rows.full(CIRCUITS, String.format("K%03d", i), i % 7));
        }
        // what SQL takes for one key, where a page ends
        for (int i = 0; i < 13; i++) {
            rows.add(circuit("K011" + " ".repeat(i + 1), "Up"));
        }
        publish(ELEMENT, CIRCUITS, rows);
        for (String column : List.of("circuitId", "circuitAlias", "serviceTier", "lastModified")) {
            List<Row> there = allPages(column, false);
            assertThat(there).as(column).hasSize(70).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(there.stream().map(row -> row.get(column)).distinct().count())
                    .as("equal values of " + column + " lie together")
                    .isEqualTo(runs(there, column));
            List<Row> back = allPages(column, true);
            Collections.reverse(back);
            assertThat(back).as(column).isEqualTo(there);
        }
    }

    @Test
    default void valuesAreOrderedByTheirKindAndNothingComesLast() {
        publish(
                DEVICES,
                row(DEVICES, "D1", "lastModified", Rows.time("2026-01-01T00:30:00+01:00")),
                row(DEVICES, "D2", "lastModified", Rows.time("2026-01-01T00:00:00Z"), "isDeIce", true),
                row(DEVICES, "D3", "type", "a", "isDeIce", false),
                row(DEVICES, "D4", "type", "B"));
        assertThat(keys(query(DEVICES, "", Map.of(), "lastModified", false, null, 10)))
                .containsExactly("D1", "D2", "D3", "D4");
        assertThat(keys(query(DEVICES, "", Map.of(), "type", false, null, 10))).containsExactly("D4", "D3", "D1", "D2");
        assertThat(keys(query(DEVICES, "", Map.of("isDeIce", "true"), "type", false, null, 10)))
                .containsExactly("D2");
        assertThat(keys(query(DEVICES, "", Map.of("lastModified", "2026-01-01t00:3"), "type", false, null, 10)))
                .containsExactly("D1");
    }

    @Test
    default void aPageOfASnapshotStaysWhatItWas() {
        publish(CIRCUITS, A, B);
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            publish(CIRCUITS, A_DOWN, C);
            assertThat(snapshot.page(RowQuery.all(CIRCUITS, 10))).isEqualTo(new RowPage(List.of(A, B), 2));
            assertThat(snapshot.page(query(CIRCUITS, "up", Map.of(), "status", false, null, 10)))
                    .isEqualTo(new RowPage(List.of(A, B), 2));
            assertThat(snapshot.page(RowQuery.all(DEVICES, 10))).isEqualTo(new RowPage(List.of(), 0));
        }
        assertThat(page(RowQuery.all(CIRCUITS, 10))).isEqualTo(new RowPage(List.of(A_DOWN, C), 2));
    }

    private List<Row> allPages(String column, boolean descending) {
        List<Row> all = new ArrayList<>();
        Row last = null;
        do {
            RowPage page = page(query(CIRCUITS, "", Map.of(), column, descending, last, 10));
            assertThat(page.matching()).isEqualTo(70);
            last = page.rows().isEmpty() ? null : page.rows().get(page.rows().size() - 1);
            all.addAll(page.rows());
        } while (last != null);
        return all;
    }

    private static long runs(List<Row> rows, String column) {
        long runs = 1;
        for (int i = 1; i < rows.size(); i++) {
            Object value = rows.get(i).get(column);
            runs += Objects.equals(value, rows.get(i - 1).get(column)) ? 0 : 1;
        }
        return runs;
    }

    private List<String> keys(RowQuery query) {
        return page(query).rows().stream().map(Row::key).toList();
    }

    private RowPage page(RowQuery query) {
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            return snapshot.page(query);
        }
    }

    private static RowQuery query(
            Dataset dataset,
            String search,
            Map<String, String> filters,
            String orderBy,
            boolean descending,
            Row after,
            int limit) {
        return new RowQuery(dataset, search, filters, orderBy, descending, after, limit);
    }
}
