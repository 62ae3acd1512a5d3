/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Circuits whose content is derived from the generation's number: each generation changes, adds and removes some. */
final class Truth {
    static final String ELEMENT = "production";
    private static final int ROWS = 2_000;
    private static final int PAGE = 250;

    private Truth() {}

    static List<Row> rows(long generation) {
        int from = (int) generation * 20;
        return IntStream.range(from, from + ROWS)
                .mapToObj(i -> Rows.full(
                        Dataset.CIRCUITS, String.format("CIR-%07d", i), i % 3 == 0 ? i + (int) generation : i))
                .toList();
    }

    /** Writes the next expected generation in two passes and publishes it; every third one is held first. */
    static long publishNext(VsatStore store) {
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            List<Row> rows = rows(writer.generation());
            write(writer, rows.subList(0, 2 * PAGE));
            writer.beginPass();
            write(writer, rows);
            if (writer.generation() % 3 != 0) {
                return writer.publish().number();
            }
            writer.hold();
        }
        return store.acceptHeld(ELEMENT, Dataset.CIRCUITS).number();
    }

    private static void write(GenerationWriter writer, List<Row> rows) {
        for (int from = 0; from < rows.size(); from += PAGE) {
            writer.write(rows.subList(from, Math.min(from + PAGE, rows.size())));
        }
    }

    static List<Row> read(Snapshot snapshot) {
        try (Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            return rows.toList();
        }
    }
}
