/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code Benchmarks <folder> [smoke|full] [workload ...]}: prints tables and writes the results to the folder. */
public final class Benchmarks {
    /** Numbered as in {@code docs/performance.md}. */
    static final List<Workload> ALL = List.of(
            new FirstSync(),
            new UnchangedPoll(),
            new ChangedPoll(),
            new SlowVendor(),
            new TableExport(),
            new InventoryExport(),
            new Requests(),
            new Memory(),
            new PostgresSync(),
            new PageMapping(false),
            new PageMapping(true),
            new ConsolePages());

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Size size = arguments.length > 1 ? Size.valueOf(arguments[1].toUpperCase(Locale.ROOT)) : Size.SMOKE;
        Set<Integer> wanted = Stream.of(arguments).skip(2).map(Integer::valueOf).collect(Collectors.toSet());
        Benchmark benchmark = new Benchmark(size, folder.resolve("work"));
        Table table = new Table(System.out);
        List<Result> results = new ArrayList<>();
        for (Workload workload : ALL) {
            if (wanted.isEmpty() || wanted.contains(workload.number())) {
                Result result = benchmark.run(workload);
                table.print(result);
                results.add(result);
            }
        }
        System.out.println("\n" + new Results(size).write(folder, results));
    }
}
