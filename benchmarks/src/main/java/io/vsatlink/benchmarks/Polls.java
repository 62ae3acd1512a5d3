/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainSync;
import java.nio.file.Path;
import java.util.Map;

/** Contenders that read a vendor's circuits into a table. */
final class Polls {
    private static final Dataset CIRCUITS = Dataset.CIRCUITS;

    private Polls() {}

    /** Ours, into an empty database. */
    static Outcome first(Path folder, Vendor vendor, Map<String, String> settings) throws Exception {
        try (Ours ours = Ours.start(folder, Lab.HEAP, vendor.port(), settings)) {
            Measured measured = ours.meter().measure(() -> ours.poll(CIRCUITS));
            ours.stop();
            return outcome(measured, folder);
        }
    }

    /** Ours, into a database that already has the circuits. */
    static Outcome again(Path folder, Path polled, Vendor vendor, long changed) throws Exception {
        Lab.copy(polled, folder);
        try (Ours ours = Ours.start(folder, Lab.HEAP, vendor.port(), Map.of())) {
            Measured measured = ours.meter().measure(() -> ours.poll(CIRCUITS));
            String reason = ours.reason(CIRCUITS);
            if (!reason.contains("0 added, " + changed + " changed, 0 removed")) {
                throw new IllegalStateException("not what was to be done: " + reason);
            }
            ours.stop();
            return outcome(measured, folder);
        }
    }

    /** The baseline, which creates its table. */
    static Outcome plain(Path folder, Vendor vendor) throws Exception {
        return plain("insert", folder, vendor);
    }

    /** The baseline, with a table that already has the circuits. */
    static Outcome upsert(Path folder, Path inserted, Vendor vendor) throws Exception {
        Lab.copy(inserted, folder);
        return plain("upsert", folder, vendor);
    }

    private static Outcome plain(String way, Path folder, Vendor vendor) throws Exception {
        Path database = folder.resolve("db");
        Measured measured = FloorProcess.run(Lab.HEAP, PlainSync.class, way, vendor.port(), database);
        return new Outcome(measured, Contents.ofTable(CIRCUITS, database, "circuits"));
    }

    private static Outcome outcome(Measured measured, Path data) throws Exception {
        return new Outcome(measured, Contents.ofTable(CIRCUITS, Ours.database(data), "circuits_current"));
    }
}
