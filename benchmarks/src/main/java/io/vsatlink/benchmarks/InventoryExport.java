/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainInventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports the consolidated inventory; measures the time in which its file is written. */
final class InventoryExport implements Workload {
    /** Less than for the others: the number of circuits must not matter. */
    private static final String HEAP = "-Xmx256m";

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String title(Size size) {
        return "inventory of %,d circuits".formatted(size.inventory);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(lab.size().inventory);
        Path polled = lab.polled(vendor, Dataset.values());
        Contender join = new Contender("join", Optional.empty(), folder -> join(folder, polled));
        Contender ours = new Contender("ours", Optional.empty(), folder -> ours(folder, polled, vendor));
        return new Plan(
                List.of(join, join.again(), ours),
                List.of(
                        Ratio.times("our speed / join", join.name(), ours.name(), AT_LEAST, 0.75),
                        Ratio.control(join)));
    }

    private static Outcome join(Path folder, Path polled) throws Exception {
        Lab.copy(Ours.database(polled), folder.resolve("db"));
        Path file = folder.resolve("inventory.json");
        Measured measured = FloorProcess.run(HEAP, PlainInventory.class, folder.resolve("db"), file);
        return outcome(measured, file);
    }

    private static Outcome ours(Path folder, Path polled, Vendor vendor) throws Exception {
        Lab.copy(polled, folder);
        try (Ours ours = Ours.start(folder, HEAP, vendor.port(), Map.of())) {
            Measured measured = ours.meter().measure(ours::export);
            ours.stop();
            return outcome(measured, ours.files().resolve("inventory.json"));
        }
    }

    /** Our process also writes the datasets' files, so the fair measure is the file's own timestamps. */
    private static Outcome outcome(Measured process, Path file) throws IOException {
        BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
        Duration writing = Duration.between(
                times.creationTime().toInstant(), times.lastModifiedTime().toInstant());
        Measured measured = new Measured(writing.toNanos() / 1e9, 0, process.residentBytes(), 0);
        return new Outcome(measured, Contents.ofInventory(file));
    }
}
