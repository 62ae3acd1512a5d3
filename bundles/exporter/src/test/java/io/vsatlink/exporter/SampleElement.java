/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.PollOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The element "uat": every dataset is enabled and its last poll succeeded, until a test says otherwise. */
public final class SampleElement implements ProvisioningElement {
    public static final String NAME = "uat";

    private final Map<Dataset, DatasetStatus> rows = new ConcurrentHashMap<>();

    public SampleElement() {
        Arrays.stream(Dataset.values())
                .forEach(dataset -> set(dataset, true, PollStatus.SUCCEEDED, PollOutcome.SUCCEEDED));
    }

    public SampleElement set(Dataset dataset, boolean enabled, PollStatus status, PollOutcome lastOutcome) {
        rows.put(
                dataset,
                new DatasetStatus(dataset, enabled, status, "", "", 0, 0, 0, 0, lastOutcome, null, null, null));
        return this;
    }

    @Override
    public List<DatasetStatus> datasets() {
        return Arrays.stream(Dataset.values()).map(rows::get).toList();
    }

    @Override
    public String type() {
        return "Satprov";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Health health() {
        return new Health(Health.Level.OK, "fine");
    }
}
