/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.snapshot.ReadingPlan;
import io.vsatlink.store.sort.SortSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the whole contract and some specific tests with every generation sorted outside the database. */
class SortingStoreTest extends DerbyVsatStoreTest {
    /** Memory for a few rows only, so that every test writes runs. */
    private static final int BYTES = 1_000;

    private int first;
    private String temporary = "";

    @Override
    ReadingPlan plan() {
        return new ReadingPlan(1, first, new SortSpace(folder.resolve(temporary), BYTES));
    }

    @Test
    void rowsOfEverySizeAreReturnedInOrderFromManyRuns() {
        List<Row> rows = IntStream.range(0, 700)
                .mapToObj(i -> Rows.withExtra(
                        Rows.full(CIRCUITS, String.format("CIR-%04d", i), i),
                        i % 50 == 0 ? "\u20ac".repeat(Column.MAX_TEXT) : "x".repeat(i)))
                .toList();
        publishShuffled(rows);
        assertThat(read(CIRCUITS)).isEqualTo(rows);
    }

    @Test
    void theFirstRowsAreReadThroughTheIndexAndTheOthersFollow() {
        List<String> keys = new ArrayList<>(List.of("A", "A ", "A  ", "A!", "AA", "B", "B ", "B  ", "B   ", "C", "D"));
        publishShuffled(keys.stream().map(key -> Rows.circuit(key, "Up")).toList());
        for (first = 5; first < keys.size() + 2; first++) {
            restart();
            assertThat(read(CIRCUITS)).extracting(Row::key).isEqualTo(keys);
        }
    }

    @Test
    void closingAStreamEarlyReleasesItsFile() throws IOException {
        publishShuffled(Rows.circuits(0, 100, 1));
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            try (Stream<Row> rows = snapshot.rows(CIRCUITS)) {
                assertThat(rows.iterator().next().key()).isEqualTo("CIR-0000000");
                assertThat(openSortFiles()).hasSize(1);
            }
            assertThat(openSortFiles()).isEmpty();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("sort"));
        }
    }

    @Test
    void anUnwritableFolderIsReportedWithASentence() {
        publishShuffled(Rows.circuits(0, 100, 1));
        temporary = "missing";
        restart();
        try (Snapshot snapshot = store().snapshot(ELEMENT);
                Stream<Row> rows = snapshot.rows(CIRCUITS)) {
            Iterator<Row> iterator = rows.iterator();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(iterator::hasNext)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("circuits of element production")
                        .hasMessageContaining("cannot be sorted in the folder " + folder.resolve("missing"));
            }
            assertThat(snapshot.row(CIRCUITS, "CIR-0000007")).isPresent();
        }
    }

    private void publishShuffled(List<Row> rows) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(7));
        publish(ELEMENT, CIRCUITS, shuffled);
    }

    /** The test can only look at its own process: the file's name is deleted as soon as it is open. */
    private List<String> openSortFiles() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    String file = Files.readSymbolicLink(descriptor).toString();
                    if (file.contains("vsatlink-sort")) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }
}
