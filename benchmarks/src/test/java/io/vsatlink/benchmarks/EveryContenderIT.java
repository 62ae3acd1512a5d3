/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The benchmarks are right; how fast anything is, is not looked at. Property {@code workloads} has the numbers of those that
 * run, separated by spaces: each check runs one of each kind (polling, exporting, delivering, mapping), a campaign runs all.
 */
class EveryContenderIT {
    @TempDir
    Path folder;

    static List<Workload> workloads() {
        Set<String> wanted = Set.of(System.getProperty("workloads").split(" "));
        return Benchmarks.ALL.stream()
                .filter(workload -> wanted.contains(String.valueOf(workload.number())))
                .toList();
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
