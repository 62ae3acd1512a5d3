/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor that delays every page, polled with eight pages in flight and with one. */
final class SlowVendor implements Workload {
    private static final int PAGE_SIZE = 250;
    private static final int IN_FLIGHT = 8;

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String title(Size size) {
        return "%,d pages of %d ms each".formatted(size.slowPages, size.latencyMillis);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Size size = lab.size();
        Vendor vendor = lab.vendor(size.slowPages * PAGE_SIZE);
        Content truth = vendor.truth(Dataset.CIRCUITS);
        vendor.delay(size.latencyMillis);
        Contender eight = ours(IN_FLIGHT, truth, vendor);
        Contender one = ours(1, truth, vendor);
        double seconds = Math.ceil((double) size.slowPages / IN_FLIGHT) * size.latencyMillis / 1e3;
        Contender ideal = new Contender(
                "ideal", Optional.of(truth), folder -> new Outcome(new Measured(seconds, 0, 0, 0), truth));
        return new Plan(
                List.of(eight, eight.again(), one, ideal),
                List.of(
                        Ratio.times("speed of 8 / of 1", one.name(), eight.name(), AT_LEAST, 6.5),
                        Ratio.times("speed of 8 / ideal", ideal.name(), eight.name(), AT_LEAST, 0.85),
                        Ratio.control(eight)));
    }

    private static Contender ours(int inFlight, Content truth, Vendor vendor) {
        Map<String, String> settings = Map.of("parallelPages", String.valueOf(inFlight));
        return new Contender(inFlight + " in flight", truth, folder -> Polls.first(folder, vendor, settings));
    }
}
