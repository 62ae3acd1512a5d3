/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_MOST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polls and exports all datasets of a small and a large network with a small heap. */
final class Memory implements Workload {
    private static final String HEAP = "-Xmx256m";

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String title(Size size) {
        return "memory, %,d and %,d circuits with all datasets, %s".formatted(size.small, size.large, HEAP);
    }

    @Override
    public int rounds(Size size) {
        return 1;
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Contender small = contender("small", lab.vendor(lab.size().small));
        Contender large = contender("large", lab.vendor(lab.size().large));
        return new Plan(
                List.of(small, large),
                List.of(new Ratio(
                        "bytes of heap more for a row more",
                        trials -> growth(trials.get(small.name()), trials.get(large.name())),
                        AT_MOST,
                        32)));
    }

    private static Contender contender(String name, Vendor vendor) throws Exception {
        // the largest dataset
        Content truth = vendor.truth(Dataset.DEVICES);
        return new Contender(name, Optional.of(truth), folder -> pollAndExport(folder, vendor));
    }

    private static double growth(Trial small, Trial large) {
        return (double) (large.measured().liveHeapBytes() - small.measured().liveHeapBytes())
                / (large.content().rows() - small.content().rows());
    }

    private static Outcome pollAndExport(Path folder, Vendor vendor) throws Exception {
        try (Ours ours = Ours.start(folder, HEAP, vendor.port(), Map.of())) {
            long[] live = new long[1];
            Measured measured = ours.meter()
                    .measure(() -> live[0] = ours.meter().liveHeap(() -> {
                        ours.poll(Dataset.values());
                        ours.export();
                    }));
            ours.stop();
            return new Outcome(
                    measured.withLiveHeap(live[0]),
                    Contents.ofCsv(Dataset.DEVICES, ours.files().resolve("devices.csv")));
        }
    }
}
