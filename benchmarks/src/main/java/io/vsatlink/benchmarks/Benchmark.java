/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs a workload: every contender once per round, in random order, each in a new process and folder. */
final class Benchmark {
    private final Size size;
    private final Path work;
    private final Random turns = new Random(1);

    Benchmark(Size size, Path work) {
        this.size = size;
        this.work = work;
    }

    Result run(Workload workload) throws Exception {
        try (Lab lab = new Lab(size, work.resolve("workload-" + workload.number()))) {
            Workload.Plan plan = workload.prepare(lab);
            List<Trial> trials = new ArrayList<>();
            if (workload.rounds(size) > 1) {
                // the simulator renders each page once and the disk cache fills; no contender should pay for that
                trial(lab, plan.contenders().get(0), 0, trials);
            }
            for (int round = 1; round <= workload.rounds(size); round++) {
                List<Contender> order = new ArrayList<>(plan.contenders());
                Collections.shuffle(order, turns);
                for (Contender contender : order) {
                    trials.add(trial(lab, contender, round, trials));
                }
            }
            return new Result(
                    workload.number(),
                    workload.title(size),
                    trials,
                    plan.ratios().stream().map(ratio -> figures(ratio, trials)).toList());
        }
    }

    private static Trial trial(Lab lab, Contender contender, int round, List<Trial> before) throws Exception {
        Path folder = lab.folder("trial");
        Files.createDirectories(folder);
        try {
            Contender.Outcome outcome = contender.run().in(folder);
            Content expected = contender
                    .expected()
                    .orElse(before.isEmpty() ? outcome.content() : before.get(0).content());
            boolean good = outcome.content().equals(expected);
            return new Trial(contender.name(), round, outcome.measured(), outcome.content(), good);
        } finally {
            Lab.delete(folder);
        }
    }

    /** Only rounds without a void trial count. */
    private static Figures figures(Ratio ratio, List<Trial> trials) {
        Map<Integer, Map<String, Trial>> rounds = new HashMap<>();
        trials.forEach(trial ->
                rounds.computeIfAbsent(trial.round(), round -> new HashMap<>()).put(trial.contender(), trial));
        double[] figures = rounds.values().stream()
                .filter(round -> round.values().stream().allMatch(Trial::good))
                .mapToDouble(ratio.figure())
                .sorted()
                .toArray();
        return new Figures(ratio, figures);
    }
}
