/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the results for programs: every trial and every ratio. */
final class Results {
    private final Size size;

    Results(Size size) {
        this.size = size;
    }

    /** @return the file */
    Path write(Path folder, List<Result> results) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("size", name());
        all.put("commit", System.getProperty("benchmarks.commit", "unknown"));
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("java", Runtime.version().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        all.put("workloads", results.stream().map(Results::workload).toList());
        Path file = folder.resolve("results-" + name() + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        return file;
    }

    private String name() {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> workload(Result result) {
        Map<String, Object> workload = new LinkedHashMap<>();
        workload.put("number", result.number());
        workload.put("title", result.title());
        workload.put("ratios", result.figures().stream().map(Results::ratio).toList());
        workload.put("trials", result.trials());
        return workload;
    }

    private static Map<String, Object> ratio(Figures figures) {
        Map<String, Object> ratio = new LinkedHashMap<>();
        ratio.put("name", figures.ratio().name());
        ratio.put("median", figures.isVoid() ? null : figures.median());
        ratio.put("rounds", figures.sorted());
        ratio.put(
                "reach",
                figures.ratio().direction().sign + " " + figures.ratio().reach());
        ratio.put("reached", figures.reached());
        return ratio;
    }
}
