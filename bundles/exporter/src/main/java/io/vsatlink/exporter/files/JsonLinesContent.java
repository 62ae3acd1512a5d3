/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.exporter.json.JsonField;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A dataset as JSON lines: one object per row with the vendor's types; missing values are omitted. */
final class JsonLinesContent implements FileSet.Content {
    private static final JsonFactory JSON =
            JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Snapshot snapshot;
    private final Dataset dataset;
    private final AddedColumns added;

    JsonLinesContent(Snapshot snapshot, Dataset dataset, AddedColumns added) {
        this.snapshot = snapshot;
        this.dataset = dataset;
        this.added = added;
    }

    @Override
    public long write(OutputStream out) throws IOException {
        List<JsonField> fields = JsonField.of(dataset);
        List<JsonField> more = JsonField.of(added.columns());
        long rows = 0;
        try (Stream<Row> source = snapshot.rows(dataset);
                JsonGenerator json = JSON.createGenerator(out)) {
            // no separator between objects: each line has its own end, including the last one
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            for (Iterator<Row> iterator = source.iterator(); iterator.hasNext(); rows++) {
                Row row = iterator.next();
                json.writeStartObject();
                for (JsonField field : fields) {
                    field.writeIfPresent(json, row.values());
                }
                AddedColumns.Split extra = added.split(row.extraJson());
                for (JsonField field : more) {
                    field.writeIfPresent(json, extra.values());
                }
                if (extra.rest() != null) {
                    json.writeFieldName("extra");
                    json.writeRawValue(JsonField.onOneLine(extra.rest()));
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
        return rows;
    }
}
