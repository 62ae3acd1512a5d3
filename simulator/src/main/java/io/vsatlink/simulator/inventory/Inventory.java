/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import io.vsatlink.simulator.network.Dataset;
import io.vsatlink.simulator.network.Network;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The datasets, by their paths. */
public final class Inventory {
    private final Map<String, LiveDataset> byPath = new LinkedHashMap<>();

    public Inventory(long seed, Network network, Clock clock) {
        for (Dataset dataset : network.datasets()) {
            byPath.put(dataset.path(), new LiveDataset(seed, dataset, clock));
        }
    }

    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    public Optional<LiveDataset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
