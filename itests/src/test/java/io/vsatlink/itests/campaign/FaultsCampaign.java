/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every fault at every position, including slow ones, and writes a table of the results. */
class FaultsCampaign {
    @TempDir
    static Path folder;

    private static final ResultTable RESULTS = new ResultTable();
    private static FaultBench bench;

    static List<Arguments> casesAndPlaces() {
        List<Arguments> all = new ArrayList<>();
        for (FaultCase fault : FaultTable.cases()) {
            for (Position position : Position.all()) {
                if (fault.fits(position)) {
                    all.add(arguments(fault, position));
                }
            }
        }
        return all;
    }

    @BeforeAll
    static void everythingIsPolledOnce() throws Exception {
        bench = FaultBench.start(folder);
    }

    @AfterAll
    static void everythingEnds() throws Exception {
        RESULTS.write();
        bench.close();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("casesAndPlaces")
    void comesToItsEndAndIsOverWhenTheFaultIs(FaultCase fault, Position position) throws Exception {
        long begun = System.nanoTime();
        String outcome = "FAILED";
        try {
            outcome = bench.run(fault, position);
        } finally {
            RESULTS.add(fault, position, System.nanoTime() - begun, outcome);
        }
    }
}
