/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One configured connection to a Satellite Provisioning Platform. Registered as a service by {@code satprov-connector}
 * for each element; read by the exporter and the windows. Thread-safe; no method blocks.
 */
@ConsumerType
public interface ProvisioningElement extends Element {

    /** The eight rows of the Polling Settings, in the order of {@link Dataset}. */
    List<DatasetStatus> datasets();

    /** The row of one dataset. */
    default DatasetStatus dataset(Dataset dataset) {
        return datasets().stream()
                .filter(row -> row.dataset() == dataset)
                .findFirst()
                .orElseThrow();
    }

    /** The columns that the element reads in addition to the dataset's. */
    default AddedColumns added(Dataset dataset) {
        return AddedColumns.NONE;
    }

    /** Whether any poll is queued, running or waiting. */
    default boolean busy() {
        return datasets().stream().anyMatch(row -> row.status().busy());
    }
}
