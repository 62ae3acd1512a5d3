/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Shared by all rows of the table of faults: a vendor, another vendor, and the bundles, with all datasets polled once.
 */
record FaultBench(SimulatorProcess simulator, SimulatorProcess other, Bench bench) implements AutoCloseable {

    static FaultBench start(Path data) throws Exception {
        SimulatorProcess simulator =
                SimulatorProcess.start("--circuits", String.valueOf(Position.CIRCUITS), "--seed", "7");
        SimulatorProcess other = SimulatorProcess.start("--circuits", "50");
        Map<String, String> settings = new HashMap<>();
        for (Dataset dataset : Dataset.values()) {
            settings.put(dataset.key() + ".itemsPerPage", String.valueOf(Position.pageSize(dataset)));
        }
        Bench bench = Bench.start(data, simulator, settings);
        bench.awaitFirstPolls();
        return new FaultBench(simulator, other, bench);
    }

    String run(FaultCase fault, Position position) throws Exception {
        return new CaseRun(bench, simulator, other, fault, position).run();
    }

    @Override
    public void close() throws Exception {
        simulator.close();
        other.close();
        bench.close();
    }
}
