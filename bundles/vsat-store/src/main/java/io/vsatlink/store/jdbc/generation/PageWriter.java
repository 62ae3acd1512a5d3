/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.store.jdbc.generation.VersionLookup.Version;
import io.vsatlink.store.jdbc.generation.VersionLookup.Versions;
import io.vsatlink.store.jdbc.index.ContentHash;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares pages with the stored rows and writes the differences in the caller's transactions. Not thread-safe. */
final class PageWriter {
    private final DatasetTable table;
    private final Slot slot;
    private final long generation;
    private final VersionTable versions;
    private final VersionLookup lookup;
    private final RowCodec codec;
    private final ContentHash contentHash;
    private CarriedColumns carried;
    private Column time;
    private boolean olderEver;

    /** @param generation the one being written */
    PageWriter(DatasetTable table, Slot slot, long generation, VersionTable versions, ContentHash contentHash) {
        this.table = table;
        this.slot = slot;
        this.generation = generation;
        this.versions = versions;
        this.contentHash = contentHash;
        this.lookup = new VersionLookup(table, slot, generation);
        this.codec = new RowCodec(table, slot.owner());
        carry(Set.of());
    }

    /** From now on, these columns keep the values of the current generation. */
    void carry(Set<String> columns) {
        carried = new CarriedColumns(columns, table, slot, codec, generation);
    }

    /**
     * From now on, a version with a later time in this column stays.
     *
     * @param whole whether the whole listing is read, so that a second pass in a row decides
     */
    void newestBy(Column timeColumn, boolean whole) {
        time = timeColumn;
        olderEver = whole;
        lookup.with(timeColumn);
    }

    /** The newer of two rows with one key. */
    Row newer(Row first, Row second) {
        Instant before = time(first);
        Instant after = time(second);
        return before != null && after != null && after.isBefore(before) ? first : second;
    }

    private Instant time(Row row) {
        return time != null && row.get(time.name()) instanceof TimeValue value ? value.instant() : null;
    }

    private boolean stays(Row row, Version open, PassMemory memory) {
        Instant told = time(row);
        return open != null
                && open.time() != null
                && told != null
                && told.isBefore(open.time())
                && !(olderEver && memory.olderBefore(row.key()));
    }

    /** Whether stored rows contain more than the page does. */
    boolean carries() {
        return !carried.none();
    }

    /** To be executed in the transaction of the plan, or in a later one if nobody else wrote in between. */
    void write(Connection c, PagePlan plan) throws SQLException {
        versions.write(c, plan, generation, codec);
    }

    /** Whether the page with these rows has been written: it would change nothing. */
    boolean isWritten(Connection c, Map<String, Row> told, PassMemory memory) throws SQLException {
        return plan(c, told, memory, false, 0).writesNothing();
    }

    PagePlan emptyPlan(PassMemory memory) {
        return new PagePlan(generation, memory.seen(), 0);
    }

    /**
     * What a page means for the stored rows.
     *
     * @param told its rows by key
     * @param onlyAgain whether a key not seen in this pass certainly has no version
     * @param duplicates the number of rows whose key occurs again in the page
     * @return to be written, and recorded once it is committed
     */
    PagePlan plan(Connection c, Map<String, Row> told, PassMemory memory, boolean onlyAgain, int duplicates)
            throws SQLException {
        Set<String> again = told.keySet().stream().filter(memory::had).collect(Collectors.toSet());
        Map<String, Versions> known = lookup.find(c, onlyAgain ? again : told.keySet());
        Map<String, Row> rows = carried.fill(c, told, known.keySet());
        PagePlan plan = new PagePlan(generation, memory.seen(), duplicates);
        rows.forEach((key, row) -> {
            long hash = contentHash.of(row);
            Version open = known.containsKey(key) ? known.get(key).open() : null;
            if (open != null && open.hash() != hash && open.hash() == contentHash.byTheLetter(row)) {
                plan.rehashes.add(new PagePlan.Rehash(new VersionAddress(key, open.rowNo()), hash));
                hash = open.hash();
            }
            plan.take(row, hash, known.get(key), again.contains(key), stays(row, open, memory));
        });
        return plan;
    }

    /** {@link #plan} where no row has a version, without the database. */
    PagePlan planOfNew(Map<String, Row> told, PassMemory memory, int duplicates) {
        PagePlan plan = new PagePlan(generation, memory.seen(), duplicates);
        told.values().forEach(row -> plan.take(row, contentHash.of(row), null, false, false));
        return plan;
    }

    /** The versions of one key; null if it has none. */
    Versions versions(Connection c, String key) throws SQLException {
        return lookup.find(c, Set.of(key)).get(key);
    }
}
