/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainCsv;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Exports the devices to a CSV file; the other datasets are empty. */
final class TableExport implements Workload {
    /** The simulator's devices per circuit. */
    private static final int PER_CIRCUIT = 3;

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String title(Size size) {
        return "export of %,d rows".formatted(size.devices);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor((lab.size().devices + PER_CIRCUIT - 1) / PER_CIRCUIT);
        Content truth = vendor.truth(Dataset.DEVICES);
        Path polled = lab.polled(vendor, Dataset.DEVICES);
        Contender scan = new Contender("scan", truth, folder -> scan(folder, polled));
        Contender ours = new Contender("ours", truth, folder -> ours(folder, polled, vendor));
        return new Plan(
                List.of(scan, scan.again(), ours),
                List.of(
                        Ratio.times("our speed / scan", scan.name(), ours.name(), AT_LEAST, 0.75),
                        Ratio.control(scan)));
    }

    private static Outcome scan(Path folder, Path polled) throws Exception {
        Lab.copy(Ours.database(polled), folder.resolve("db"));
        Path file = folder.resolve("devices.csv");
        Measured measured = FloorProcess.run(Lab.HEAP, PlainCsv.class, folder.resolve("db"), file);
        return new Outcome(measured, Contents.ofCsv(Dataset.DEVICES, file));
    }

    private static Outcome ours(Path folder, Path polled, Vendor vendor) throws Exception {
        Lab.copy(polled, folder);
        try (Ours ours = Ours.start(folder, Lab.HEAP, vendor.port(), Map.of())) {
            Measured measured = ours.meter().measure(ours::export);
            ours.stop();
            Path file = ours.files().resolve("devices.csv");
            return new Outcome(measured, Contents.ofCsv(Dataset.DEVICES, file));
        }
    }
}
