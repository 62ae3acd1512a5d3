package io.vsatlink.exporter.files;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import java.util.Locale;

/** How a dataset is written. */
public enum Format {
    CSV {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added) {
            return new CsvContent(snapshot, dataset, formulaGuard, added);
        }
    },
    /** JSON lines. */
    JSONL {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added) {
            return new JsonLinesContent(snapshot, dataset, added);
        }
    };

    /** The format that a setting names. */
    public static Format named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    abstract FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard, AddedColumns added);

    /** The name of a dataset's file. */
    String fileName(Dataset dataset) {
        return dataset.fileStem() + "." + name().toLowerCase(Locale.ROOT);
    }
}
