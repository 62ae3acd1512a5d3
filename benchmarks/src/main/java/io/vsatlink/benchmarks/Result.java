/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.util.List;

/** The result of a workload. */
record Result(int number, String title, List<Trial> trials, List<Figures> figures) {

    List<String> contenders() {
        return trials.stream().map(Trial::contender).distinct().sorted().toList();
    }

    List<Trial> of(String contender) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender))
                .toList();
    }
}
