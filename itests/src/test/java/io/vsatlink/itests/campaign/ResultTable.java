/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The results of a campaign, for people. */
final class ResultTable {
    private static final Path FILE = Path.of("target", "campaign.md");

    private final List<String> lines = new ArrayList<>();

    ResultTable() {
        lines.add("| line | fault | place | ms | Reason |");
        lines.add("|---|---|---|---|---|");
    }

    void add(FaultCase fault, Position position, long nanos, String reason) {
        lines.add("| %d | %s | %s | %d | %s |"
                .formatted(
                        fault.line(),
                        fault.name(),
                        position,
                        TimeUnit.NANOSECONDS.toMillis(nanos),
                        reason.replace("|", "\\|")));
    }

    void write() throws IOException {
        lines.forEach(System.out::println);
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }
}
