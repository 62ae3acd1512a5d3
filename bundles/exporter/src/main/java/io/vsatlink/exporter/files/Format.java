/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.csv.CsvRows;
import java.util.Locale;
import java.util.stream.Stream;

/** The file formats of a dataset. */
public enum Format {
    CSV {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added) {
            CsvRows csv = new CsvRows(dataset, added, formulaGuard);
            return out -> {
                try (Stream<Row> rows = snapshot.rows(dataset)) {
                    return csv.write(rows, out);
                }
            };
        }
    },
    /** JSON lines. */
    JSONL {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added) {
            return new JsonLinesContent(snapshot, dataset, added);
        }
    };

    /** The format with the name used in the setting. */
    public static Format named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    abstract FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added);

    /** The name of a dataset's file. */
    String fileName(Dataset dataset) {
        return dataset.fileStem() + "." + name().toLowerCase(Locale.ROOT);
    }
}
