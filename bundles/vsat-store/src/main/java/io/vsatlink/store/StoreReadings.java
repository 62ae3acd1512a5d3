package io.vsatlink.store;

import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.TableKey;
import java.time.Instant;
import java.util.List;

/** What can be read of the store from outside, each defined here and nowhere else. Thread-safe; no getter throws. */
public interface StoreReadings extends ElementReadings {

    /**
     * A dataset in the store.
     *
     * @param rows rows of the current generation
     * @param generation the number of the current generation
     * @param publishedAt when it became current
     */
    @TableKey({"element", "dataset"})
    record DatasetReading(String element, String dataset, long rows, long generation, Instant publishedAt) {}

    @Reading("Product, version and location of the database, or the reason why it is not open")
    String getDatabase();

    @Reading("The number of the database's schema; 0 while it is not open")
    long getSchemaVersion();

    @Reading(value = "Disk space that the database occupies, -1 = unknown", unit = "bytes")
    long getSizeOnDisk();

    @Reading("Rows and current generation of every dataset that has been polled")
    List<DatasetReading> getDatasets();
}
