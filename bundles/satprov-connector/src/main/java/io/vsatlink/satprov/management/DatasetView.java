package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.runtime.Age;
import io.vsatlink.satprov.SatprovElement;
import java.time.Instant;
import java.util.List;

/** Reads a row of the Polling Settings for its MBean. */
public final class DatasetView implements DatasetReadings {
    private final SatprovElement element;
    private final Dataset dataset;
    private final Age age;

    DatasetView(SatprovElement element, Dataset dataset, Age age) {
        this.element = element;
        this.dataset = dataset;
        this.age = age;
    }

    @Override
    public String getStatus() {
        return row().status().label();
    }

    @Override
    public String getReason() {
        return row().reason();
    }

    @Override
    public long getPagesProcessed() {
        return row().pagesProcessed();
    }

    @Override
    public long getPagesTotal() {
        return row().pagesTotal();
    }

    @Override
    public long getItemsReceived() {
        return row().itemsReceived();
    }

    @Override
    public long getTotalItems() {
        return row().totalItems();
    }

    @Override
    public Instant getLastPolled() {
        return row().lastPolled();
    }

    @Override
    public Instant getLastAttempt() {
        return row().lastAttempt();
    }

    @Override
    public Instant getNextPoll() {
        return row().nextPoll();
    }

    @Override
    public long getSecondsSinceSuccess() {
        Instant success = row().lastPolled();
        return success == null ? -1 : age.of(success).toSeconds();
    }

    @Override
    public String poll() {
        return element.poll(List.of(dataset));
    }

    @Override
    public String acceptDeletions() {
        return element.acceptDeletions(dataset);
    }

    private DatasetStatus row() {
        return element.dataset(dataset);
    }
}
