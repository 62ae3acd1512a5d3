/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.benchmarks.floor.MapPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps pages of circuits in memory to rows, with the vendor profile and with hand-written code. The pages have the
 * built-in profile's format, or some of their values are in lists of names and values.
 */
final class PageMapping implements Workload {
    private static final String HEAP = "-Xmx256m";
    /** The pages are mapped many times, so that the start of the JVM does not dominate. */
    private static final int ROWS = 5_000_000;

    private final boolean lists;

    /** @param lists whether some values are in lists */
    PageMapping(boolean lists) {
        this.lists = lists;
    }

    @Override
    public int number() {
        return 13;
    }

    @Override
    public String title(Size size) {
        return "pages of %,d circuits%s to rows, %d times"
                .formatted(size.inventory, lists ? " with lists" : "", times(size));
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(lab.size().inventory);
        int times = times(lab.size());
        Contender hand = contender(lists ? "hand-lists" : "hand", vendor, times);
        Contender profile = contender(lists ? "profile-lists" : "profile", vendor, times);
        return new Plan(
                List.of(hand, hand.again(), profile),
                List.of(
                        Ratio.times("by profile / by hand", hand.name(), profile.name(), AT_LEAST, 0.9),
                        Ratio.control(hand)));
    }

    private static int times(Size size) {
        return size == Size.TINY ? 2 : ROWS / size.inventory;
    }

    private static Contender contender(String how, Vendor vendor, int times) {
        return new Contender(how, Optional.empty(), folder -> {
            Path rows = folder.resolve("rows.txt");
            Measured measured = FloorProcess.run(HEAP, MapPages.class, how, vendor.port(), times, rows);
            try (Stream<String> lines = Files.lines(rows)) {
                return new Contender.Outcome(measured, lines.collect(Content.ofRows()));
            }
        });
    }
}
