/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The active churns, at most one per dataset. Thread-safe. */
public final class Churns {
    private final Map<String, Running> byPath = new HashMap<>();

    /** @param perPage the number of changes per page from the start, without end and in every dataset; 0 for none */
    public Churns(List<String> paths, int perPage) {
        if (perPage > 0) {
            Churn churn = new Churn(perPage, List.of(Churn.Kind.values()), Change.At.END, OptionalInt.empty());
            paths.forEach(path -> start(path, churn));
        }
    }

    /** Replaces the churn of that dataset. */
    public synchronized void start(String path, Churn churn) {
        byPath.put(path, new Running(churn, 0));
    }

    public synchronized void clear() {
        byPath.clear();
    }

    /** Must be called before a page is read. */
    public synchronized void before(LiveDataset dataset) {
        String path = dataset.view().dataset().path();
        Running running = byPath.get(path);
        if (running != null) {
            dataset.apply(running.churn().change(running.churned()));
            int churned = running.churned() + 1;
            byPath.put(path, running.churn().isOverAfter(churned) ? null : new Running(running.churn(), churned));
        }
    }

    private record Running(Churn churn, int churned) {}
}
