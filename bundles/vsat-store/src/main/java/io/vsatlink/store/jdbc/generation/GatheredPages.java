/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Gathers pages and writes them together, in one transaction: on a server each transaction costs round trips and a wait for its
 * disk, which is more than a page of 250 rows costs. What a page means is found out when it comes. What waits is written at the
 * latest when the generation is published; until then nobody reads it. If the process dies, it is lost, like all the rows that
 * were written for the generation.
 */
final class GatheredPages implements PageSink {
    static final int ROWS = 2_500;

    /** About as many bytes on the way to the database, and at the most twice as many in memory. */
    private static final long CHARACTERS = 8 << 20;

    /** A slow listing is written while it comes, and a failure of the database is not found out at its end. */
    private static final Duration AGE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Slot slot;
    private final PageWriter writer;
    private final PassMemory memory;
    private final Clock clock;

    private final Map<String, Row> waiting = new HashMap<>();
    private PagePlan together;
    private long characters;
    private Instant since = Instant.EPOCH;

    /** Whether a key not seen in this pass certainly has no version, so that a first sync needs no lookup. */
    private boolean othersAreNew;

    /** Whether what waits was given to the database before, without success: part of the reason may be that it is there. */
    private boolean failedBefore;

    GatheredPages(
            Transactions transactions,
            Slot slot,
            PageWriter writer,
            PassMemory memory,
            Clock clock,
            boolean othersAreNew) {
        this.transactions = transactions;
        this.slot = slot;
        this.writer = writer;
        this.memory = memory;
        this.clock = clock;
        this.othersAreNew = othersAreNew;
        this.together = writer.emptyPlan(memory);
    }

    @Override
    public PagePlan take(Map<String, Row> rows, int duplicates) {
        // before the page is taken: if it fails, the page can be given again. And the database knows nothing of what
        // waits
        if (isFull() || !Collections.disjoint(rows.keySet(), waiting.keySet())) {
            settle();
        }
        boolean known =
                !othersAreNew || writer.carries() || rows.keySet().stream().anyMatch(memory::had);
        PagePlan plan = known
                ? transactions.read(slot.toString(), c -> writer.plan(c, rows, memory, othersAreNew, duplicates))
                : writer.planOfNew(rows, memory, duplicates);
        memory.took(rows.keySet(), plan);
        if (!plan.writesNothing()) {
            since = waiting.isEmpty() ? clock.instant() : since;
            waiting.putAll(rows);
            together.add(plan);
            rows.values().forEach(row -> characters += characters(row));
        }
        return plan;
    }

    private boolean isFull() {
        return waiting.size() >= ROWS
                || characters >= CHARACTERS
                || (!waiting.isEmpty() && clock.instant().isAfter(since.plus(AGE)));
    }

    private static long characters(Row row) {
        long sum = row.extraJson() == null ? 0 : row.extraJson().length();
        for (Object value : row.values()) {
            if (value instanceof String text) {
                sum += text.length();
            } else if (value instanceof TimeValue time) {
                sum += time.text().length();
            }
        }
        return sum;
    }

    @Override
    public void beginPass() {
        settle();
        othersAreNew = false;
    }

    @Override
    public void settle(String key) {
        if (waiting.containsKey(key)) {
            settle();
        }
    }

    @Override
    public void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        boolean again = failedBefore;
        failedBefore = true;
        transactions.write(
                slot.toString(),
                c -> {
                    PagePlan plan = again ? writer.plan(c, waiting, memory, false, 0) : together;
                    writer.write(c, plan);
                    return plan;
                },
                (c, written) -> writer.isWritten(c, waiting, memory));
        failedBefore = false;
        waiting.clear();
        together = writer.emptyPlan(memory);
        characters = 0;
    }
}
