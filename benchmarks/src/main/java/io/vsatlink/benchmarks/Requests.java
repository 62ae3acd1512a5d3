/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainSender;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Delivers requests for new tickets from a durable outbox to ETMS, compared with a sender that keeps them in memory.
 */
final class Requests implements Workload {
    private static final int POST_MILLIS = 50;
    private static final int PARALLEL = 8;

    private final AtomicInteger trials = new AtomicInteger();

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String title(Size size) {
        return "%,d ticket requests, %d ms a POST".formatted(size.requests, POST_MILLIS);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(100);
        vendor.delayTickets(POST_MILLIS);
        int count = lab.size().requests;
        Content truth = IntStream.range(0, count).mapToObj(String::valueOf).collect(Content.ofRows());
        Contender memory = new Contender("in memory", truth, folder -> plain(vendor, count));
        Contender ours = new Contender("ours", truth, folder -> ours(folder, vendor, count));
        return new Plan(
                List.of(memory, memory.again(), ours),
                List.of(
                        Ratio.times("our speed / in memory", memory.name(), ours.name(), AT_LEAST, 0.9),
                        Ratio.control(memory)));
    }

    private Outcome plain(Vendor vendor, int count) throws Exception {
        String prefix = prefix();
        Measured measured = FloorProcess.run(Lab.HEAP, PlainSender.class, vendor.port(), prefix, count, PARALLEL);
        return new Outcome(measured, vendor.tickets(prefix));
    }

    private Outcome ours(Path folder, Vendor vendor, int count) throws Exception {
        String prefix = prefix();
        try (OurOutbox ours = OurOutbox.start(folder, vendor.port())) {
            ours.accept(prefix, count);
            Measured measured = ours.deliver();
            ours.stop();
            return new Outcome(measured, vendor.tickets(prefix));
        }
    }

    /** The external ids of one trial: ETMS still has those of the earlier trials. */
    private String prefix() {
        return "trial-" + trials.incrementAndGet() + "-";
    }
}
