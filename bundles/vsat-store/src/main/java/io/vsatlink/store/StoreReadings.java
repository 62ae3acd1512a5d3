package io.vsatlink.store;

import io.vsatlink.api.dataset.Dataset;
import java.time.Instant;
import java.util.List;

/** What can be read of the store from outside. Thread-safe; no getter throws. */
public interface StoreReadings {

    /**
     * A dataset in the store.
     *
     * @param rows rows of the current generation
     * @param generation the number of the current generation
     * @param publishedAt when it became current
     */
    record DatasetReading(String element, Dataset dataset, long rows, long generation, Instant publishedAt) {}

    /** Product, version and place of the database, or why it is not open. */
    String getDatabase();

    /** The number of the schema; 0 while the database is not open. */
    long getSchemaVersion();

    /** Bytes on disk; -1 where that cannot be told. */
    long getSizeOnDisk();

    /** The datasets that were ever published, by element. */
    List<DatasetReading> getDatasets();
}
