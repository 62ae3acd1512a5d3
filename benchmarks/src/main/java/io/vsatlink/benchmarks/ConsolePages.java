/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.ABOUT;
import static io.vsatlink.benchmarks.Ratio.Direction.AT_MOST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages of circuits in the web console compared with equivalent SQL, and the heap while paging. */
final class ConsolePages implements Workload {
    /** The console runs for weeks, so its start is not measured. */
    private static final int WARM_UP = 5;

    private static final int TIMES = 10;
    private static final int TURNED = 20;

    @Override
    public int number() {
        return 14;
    }

    @Override
    public String title(Size size) {
        return "a page out of %,d circuits, %d times, warm".formatted(size.circuits, TIMES);
    }

    /** There are ten contenders, and each makes many requests by itself. */
    @Override
    public int rounds(Size size) {
        return Math.min(3, size.rounds);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Path all = database(lab, lab.size().circuits);
        Path half = database(lab, lab.size().circuits / 2);
        List<Contender> contenders = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        for (List<PageQuery> queries : kinds(lab.size())) {
            String kind = queries.stream().map(query -> query.title).collect(Collectors.joining(", "));
            Content truth = truth(lab, all, queries);
            Contender sql = new Contender("SQL, " + kind, truth, folder -> sql(folder, all, queries));
            Contender ours = new Contender("console, " + kind, truth, folder -> ours(all, queries));
            contenders.addAll(List.of(sql, sql.again(), ours));
            ratios.addAll(cost(kind, sql, ours));
        }
        List<PageQuery> first = kinds(lab.size()).get(0);
        Contender few =
                new Contender("console, half of the circuits", truth(lab, half, first), folder -> ours(half, first));
        contenders.add(few);
        // the first kind: SQL, SQL again and console
        ratios.add(heap(contenders.get(2), few));
        return new Plan(contenders, ratios);
    }

    private static List<Ratio> cost(String kind, Contender sql, Contender ours) {
        return List.of(
                Ratio.times("time / SQL, " + kind, ours.name(), sql.name(), AT_MOST, 3),
                Ratio.cpu("CPU seconds / SQL, " + kind, ours.name(), sql.name(), AT_MOST, 3),
                Ratio.control(sql),
                Ratio.cpu("A/A, CPU seconds: " + kind, sql.again().name(), sql.name(), ABOUT, 1));
    }

    private static Ratio heap(Contender many, Contender few) {
        return new Ratio(
                "heap alive, all / half of the circuits",
                trials -> (double) trials.get(many.name()).measured().liveHeapBytes()
                        / trials.get(few.name()).measured().liveHeapBytes(),
                AT_MOST,
                1.1);
    }

    /**
     * For full measurements each query runs separately, so that a fast one cannot hide a slow one; otherwise one
     * process runs all.
     */
    private static List<List<PageQuery>> kinds(Size size) {
        List<PageQuery> all = List.of(PageQuery.values());
        return size == Size.FULL ? all.stream().map(List::of).toList() : List.of(all);
    }

    private static Content truth(Lab lab, Path database, List<PageQuery> queries) throws Exception {
        Path folder = Files.createDirectories(lab.folder("truth"));
        try {
            return sql(folder, database, queries).content();
        } finally {
            Lab.delete(folder);
        }
    }

    private static Path database(Lab lab, int circuits) throws Exception {
        return Ours.database(lab.polled(lab.vendor(circuits), Dataset.CIRCUITS));
    }

    private static Outcome sql(Path folder, Path database, List<PageQuery> queries) throws Exception {
        Lab.copy(database, folder.resolve("db"));
        Path rows = folder.resolve("rows.txt");
        List<Object> arguments = new ArrayList<>(List.of(folder.resolve("db"), WARM_UP, TIMES, rows));
        arguments.addAll(queries);
        Measured measured = FloorProcess.run(Lab.HEAP, PlainPages.class, arguments.toArray());
        try (Stream<String> lines = Files.lines(rows)) {
            return new Outcome(measured, lines.collect(Content.ofRows()));
        }
    }

    private static Outcome ours(Path database, List<PageQuery> queries) throws Exception {
        try (OurConsole console = OurConsole.start(database)) {
            console.ask(queries, WARM_UP);
            Measured measured = console.meter().measure(() -> console.ask(queries, TIMES));
            long heap = console.meter().liveHeap(() -> console.turn(queries.get(0), TURNED));
            return new Outcome(measured.withLiveHeap(heap), console.content(queries));
        }
    }
}
