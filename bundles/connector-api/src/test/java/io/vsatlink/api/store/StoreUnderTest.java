/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an implementation gives to the contract, and the contract's shorthand. */
public interface StoreUnderTest {
    String ELEMENT = "production";
    Row A = Rows.circuit("A", "Up");
    Row A_DOWN = Rows.circuit("A", "Down");
    Row B = Rows.circuit("B", "Up");
    Row C = Rows.circuit("C", "Up");

    VsatStore store();

    PollJournal journal();

    ElementMemory memory();

    /** Ends the process in the store's eyes: a new instance over the same data, the old writers never closed. */
    void restart();

    default Generation publish(Dataset dataset, Row... rows) {
        return publish(ELEMENT, dataset, Arrays.asList(rows));
    }

    default Generation publish(String element, Dataset dataset, List<Row> rows) {
        try (GenerationWriter writer = store().open(element, dataset)) {
            writer.write(rows);
            return writer.publish();
        }
    }

    default List<Row> read(Dataset dataset) {
        return read(ELEMENT, dataset);
    }

    default List<Row> read(String element, Dataset dataset) {
        try (Snapshot snapshot = store().snapshot(element)) {
            return read(snapshot, dataset);
        }
    }

    default List<Row> read(Snapshot snapshot, Dataset dataset) {
        try (Stream<Row> rows = snapshot.rows(dataset)) {
            return rows.toList();
        }
    }
}
