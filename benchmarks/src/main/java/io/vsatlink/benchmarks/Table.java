/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Formats the results for people: medians of the trials, then the ratios. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(Result result) {
        line("%n%d  %s", result.number(), result.title());
        line("   %-28s %9s %9s %9s %9s %11s  %s", "", "seconds", "CPU s", "RSS MB", "live MB", "rows", "content");
        for (String contender : result.contenders()) {
            List<Trial> trials = result.of(contender);
            Trial last = trials.get(trials.size() - 1);
            line(
                    "   %-28s %9.3f %9.2f %9.0f %9.1f %,11d  %016x%s",
                    contender,
                    median(trials, Measured::seconds),
                    median(trials, Measured::cpuSeconds),
                    median(trials, measured -> measured.residentBytes() / 1e6),
                    median(trials, measured -> measured.liveHeapBytes() / 1e6),
                    last.content().rows(),
                    last.content().checksum(),
                    trials.stream().allMatch(Trial::good) ? "" : "  VOID");
        }
        result.figures().forEach(this::print);
    }

    private void print(Figures figures) {
        Ratio ratio = figures.ratio();
        if (figures.isVoid()) {
            line("   %-40s void", ratio.name());
            return;
        }
        line(
                "   %-40s %8.2f  (%.2f to %.2f)  %s %.2f %s",
                ratio.name(),
                figures.median(),
                figures.least(),
                figures.most(),
                ratio.direction().sign,
                ratio.reach(),
                figures.reached() ? "reached" : "MISSED");
    }

    private static double median(List<Trial> trials, ToDoubleFunction<Measured> figure) {
        return trials.stream()
                .map(Trial::measured)
                .mapToDouble(figure)
                .sorted()
                .skip(trials.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
