/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.satprov.management.SatprovElement;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.console.Session;

/**
 * Shows polls while they run: moving bars on a terminal (if the session's {@code TERM} is set), otherwise a line for each
 * finished dataset.
 */
final class ProgressView {
    private static final int BAR = 30;

    private final Session session;
    private final PrintStream out;

    ProgressView(Session session, PrintStream out) {
        this.session = session;
        this.out = out;
    }

    /** @throws IllegalStateException if one of them did not succeed */
    void follow(SatprovElement element, List<Dataset> datasets) throws InterruptedException {
        boolean terminal = session.get("TERM") != null;
        Set<Dataset> told = new HashSet<>();
        List<DatasetStatus> rows;
        boolean busy;
        boolean first = true;
        do {
            rows = element.datasets().stream()
                    .filter(row -> datasets.contains(row.dataset()))
                    .toList();
            busy = rows.stream().anyMatch(row -> row.status().busy());
            if (terminal) {
                // back to the first of the lines drawn before
                out.print(first ? "" : "\u001b[" + rows.size() + "A");
                rows.forEach(row -> out.print("\r\u001b[2K" + line(row) + "\n"));
            } else {
                rows.stream()
                        .filter(row -> !row.status().busy() && told.add(row.dataset()))
                        .forEach(row -> out.println(line(row)));
            }
            out.flush();
            first = false;
            Thread.sleep(busy ? 250 : 0);
        } while (busy);
        requireSuccess(rows);
    }

    private static String line(DatasetStatus row) {
        int total = Math.max(row.pagesTotal(), row.pagesProcessed());
        int filled = total == 0 ? 0 : BAR * row.pagesProcessed() / total;
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        return "%-19s [%s] %-9s %,9d rows"
                .formatted(row.dataset().key(), bar, row.status().label(), row.itemsReceived());
    }

    private static void requireSuccess(List<DatasetStatus> rows) {
        String failures = rows.stream()
                .filter(row -> row.lastOutcome() != PollOutcome.SUCCEEDED)
                .map(row -> row.dataset().key() + ": " + row.reason())
                .collect(Collectors.joining("\n"));
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures);
        }
    }
}
