/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Polls all circuits again without changes. */
final class UnchangedPoll implements Workload {
    @Override
    public int number() {
        return 3;
    }

    @Override
    public String title(Size size) {
        return "unchanged poll, %,d rows".formatted(size.known);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(lab.size().known);
        Content truth = vendor.truth(Dataset.CIRCUITS);
        Path polled = lab.polled(vendor, Dataset.CIRCUITS);
        Path inserted = Files.createDirectories(lab.folder("inserted"));
        Polls.plain(inserted, vendor);
        Contender naive = new Contender("upsert", truth, folder -> Polls.upsert(folder, inserted, vendor));
        Contender ours = new Contender("ours", truth, folder -> Polls.again(folder, polled, vendor, 0));
        return new Plan(
                List.of(naive, ours, ours.again()),
                List.of(
                        Ratio.times("our speed / upsert", naive.name(), ours.name(), AT_LEAST, 4),
                        Ratio.control(ours)));
    }
}
