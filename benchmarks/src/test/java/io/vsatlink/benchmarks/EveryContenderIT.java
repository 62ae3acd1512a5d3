/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmarks are right; how fast anything is, is not looked at. */
class EveryContenderIT {
    @TempDir
    Path folder;

    static List<Workload> workloads() {
        return Benchmarks.ALL;
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void endsWithTheSameRows(Workload workload) throws Exception {
        Result result = new Benchmark(Size.TINY, folder).run(workload);

        assertThat(result.trials()).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.good()).as(trial.toString()).isTrue();
            assertThat(trial.content().rows()).isPositive();
        });
        assertThat(result.figures()).noneMatch(Figures::isVoid);
    }
}
