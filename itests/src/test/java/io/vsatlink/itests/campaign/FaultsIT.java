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

/** Runs every fault at one position each, rotating through the positions. */
class FaultsIT {
    @TempDir
    static Path folder;

    private static FaultBench bench;

    static List<Arguments> casesAndPlaces() {
        List<Position> positions = Position.all();
        List<Arguments> all = new ArrayList<>();
        int turn = 0;
        for (FaultCase fault : FaultTable.cases()) {
            while (!fault.fits(positions.get(turn % positions.size()))) {
                turn++;
            }
            if (!fault.slow()) {
                all.add(arguments(fault, positions.get(turn++ % positions.size())));
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
        bench.close();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("casesAndPlaces")
    void comesToItsEndAndIsOverWhenTheFaultIs(FaultCase fault, Position position) throws Exception {
        String unused = bench.run(fault, position);
    }
}
