/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.Operation;
import java.util.List;

/** The operations of a row of the Polling Settings, each defined here and nowhere else. */
public record DatasetOperations(SatprovElement element, Dataset dataset) {

    @Operation("Polls the dataset now, even while its State is disabled")
    public String poll() {
        return element.poll(List.of(dataset), false);
    }

    @Operation(
            "Polls the whole dataset now, even if the vendor could be asked for what changed, and while its State is disabled")
    public String pollFull() {
        return element.poll(List.of(dataset), true);
    }

    @Operation("Publishes the Held poll, deletions included")
    public String acceptDeletions() {
        return element.acceptDeletions(dataset);
    }
}
