package io.vsatlink.exporter.files;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Snapshot;
import java.util.Locale;

/** How a dataset is written. */
public enum Format {
    CSV {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard) {
            return new CsvContent(snapshot, dataset, formulaGuard);
        }
    },
    /** JSON lines. */
    JSONL {
        @Override
        FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard) {
            return new JsonLinesContent(snapshot, dataset);
        }
    };

    /** The format that a setting names. */
    public static Format named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    abstract FileSet.Content content(Snapshot snapshot, Dataset dataset, boolean formulaGuard);

    /** The name of a dataset's file. */
    String fileName(Dataset dataset) {
        return dataset.fileStem() + "." + name().toLowerCase(Locale.ROOT);
    }
}
