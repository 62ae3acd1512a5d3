/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.Map;

/** Polls all circuits from a fast vendor into an empty database. */
final class FirstSync implements Workload {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String title(Size size) {
        return "first sync, %,d rows".formatted(size.circuits);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(lab.size().circuits);
        Content truth = vendor.truth(Dataset.CIRCUITS);
        Contender floor = new Contender("plain", truth, folder -> Polls.plain(folder, vendor));
        Contender ours = new Contender("ours", truth, folder -> Polls.first(folder, vendor, Map.of()));
        return new Plan(
                List.of(floor, floor.again(), ours),
                List.of(
                        Ratio.times("our speed / plain", floor.name(), ours.name(), AT_LEAST, 0.85),
                        Ratio.control(floor)));
    }
}
