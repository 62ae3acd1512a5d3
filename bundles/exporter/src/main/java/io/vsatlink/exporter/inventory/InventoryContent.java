/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** {@code inventory.json}: {@code {"records":[…]}}, a record for every circuit, ordered by {@code circuitId}. */
public final class InventoryContent {
    /** Circuits read at once: enough to make look-ups cheap, little enough to keep the heap flat. */
    private static final int BATCH = 500;

    private static final JsonFactory JSON =
            JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Snapshot snapshot;

    public InventoryContent(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** @return how many records it has */
    public long write(OutputStream out) throws IOException {
        long records = 0;
        try (Stream<Row> circuits = snapshot.rows(Dataset.CIRCUITS);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("records");
            Iterator<Row> rest = circuits.iterator();
            while (rest.hasNext()) {
                List<Row> some = new ArrayList<>(BATCH);
                while (rest.hasNext() && some.size() < BATCH) {
                    some.add(rest.next());
                }
                InventoryBatch batch = new InventoryBatch(snapshot, some);
                for (Row circuit : some) {
                    new InventoryRecord(circuit, batch).write(json);
                    records++;
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return records;
    }
}
