/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_MOST;

import io.vsatlink.api.dataset.Dataset;
import java.nio.file.Path;
import java.util.List;

/** Polls all circuits again after one in a hundred has changed. */
final class ChangedPoll implements Workload {
    @Override
    public int number() {
        return 4;
    }

    @Override
    public String title(Size size) {
        return "1 %% changed, %,d rows".formatted(size.known);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor before = lab.vendor(lab.size().known);
        Vendor after = lab.vendor(lab.size().known);
        long changed = lab.size().known / 100;
        after.change(changed);
        Path polled = lab.polled(before, Dataset.CIRCUITS);
        Contender unchanged = new Contender(
                "unchanged", before.truth(Dataset.CIRCUITS), folder -> Polls.again(folder, polled, before, 0));
        Contender some = new Contender(
                "1 % changed", after.truth(Dataset.CIRCUITS), folder -> Polls.again(folder, polled, after, changed));
        return new Plan(
                List.of(unchanged, unchanged.again(), some),
                List.of(
                        Ratio.times("time / unchanged", some.name(), unchanged.name(), AT_MOST, 1.2),
                        Ratio.control(unchanged)));
    }
}
