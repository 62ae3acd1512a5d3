/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.LongTextTable.Place;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** Updates the long texts of a listing's rows according to a page's plan. */
record LongTexts(Slot slot, LongTextTable table) {

    /** In the caller's transaction. Without cost if no text is long and no row of this generation is written again. */
    void write(Connection connection, PagePlan plan, long generation) throws SQLException {
        Stream<String> again = Stream.concat(
                plan.deletes.stream().map(VersionAddress::key),
                plan.rewrites.stream().map(rewrite -> rewrite.address().key()));
        table.delete(connection, again.map(key -> place(generation, key)).toList());
        for (PagePlan.Rewrite rewrite : plan.rewrites) {
            put(connection, rewrite.row(), generation);
        }
        for (PagePlan.Insert insert : plan.inserts) {
            put(connection, insert.row(), generation);
        }
    }

    private void put(Connection connection, Row row, long generation) throws SQLException {
        Map<String, String> tooLong = RowCodec.tooLong(row);
        if (!tooLong.isEmpty()) {
            table.put(connection, place(generation, row.key()), tooLong);
        }
    }

    private Place place(long generation, String key) {
        return new Place(slot.owner(), DatasetTable.name(slot.listing()), generation, key);
    }
}
