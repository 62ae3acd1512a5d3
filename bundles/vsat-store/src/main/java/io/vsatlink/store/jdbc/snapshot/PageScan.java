/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.query.FirstRows;
import io.vsatlink.store.query.RowMatcher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches one generation for the rows of a page. SQL returns the columns that the query refers to, in storage order;
 * {@link RowMatcher} decides on matches and order. So the result is the same in every database, and this is faster than Derby's
 * own LIKE and ORDER BY, which sorts whole rows on the disk.
 */
final class PageScan {
    private final GenerationReads generation;

    PageScan(GenerationReads generation) {
        this.generation = generation;
    }

    /** Returns the next rows by key through the index, without reading all rows. */
    List<Row> byIndex(RowQuery query) {
        return generation.read(c -> next(c, query));
    }

    private List<Row> next(Connection c, RowQuery query) throws SQLException {
        String beyond = query.after() == null ? "" : query.after().key();
        List<Row> rows = new ArrayList<>();
        RowCodec codec = new RowCodec(generation.table(), generation.slot().owner());
        try (PreparedStatement select = c.prepareStatement(generation.table().scanFrom())) {
            select.setString(1, generation.slot().owner());
            select.setLong(2, generation.number());
            select.setLong(3, generation.number());
            select.setString(4, generation.table().dialect().stored(beyond));
            // the query ends when the page is complete; rows fetched beyond it would be wasted
            select.setFetchSize(query.limit());
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row row = codec.read(result);
                    // SQL does not define the order of keys that differ only in trailing blanks
                    if (rows.size() >= query.limit() && !sameInSql(row, rows.get(rows.size() - 1))) {
                        break;
                    }
                    if (row.key().compareTo(beyond) > 0) {
                        rows.add(row);
                    }
                }
            }
        }
        rows.sort(new RowMatcher(query).order());
        return rows.subList(0, Math.min(query.limit(), rows.size()));
    }

    private static boolean sameInSql(Row one, Row other) {
        return one.key().stripTrailing().equals(other.key().stripTrailing());
    }

    /** Returns the rows of the page, with only the columns that the query needs, and the number of matches. */
    FirstRows first(RowQuery query) {
        return generation.read(c -> scan(c, query));
    }

    private FirstRows scan(Connection c, RowQuery query) throws SQLException {
        FirstRows first = new FirstRows(query);
        List<Column> columns = new RowMatcher(query).columnsNeeded();
        RowCodec codec = new RowCodec(generation.table(), generation.slot().owner());
        try (PreparedStatement select = c.prepareStatement(generation.table().scan(columns))) {
            select.setString(1, generation.slot().owner());
            select.setLong(2, generation.number());
            select.setLong(3, generation.number());
            select.setFetchSize(DatasetTable.FETCHED_AT_ONCE);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    first.add(codec.readSome(columns, result));
                }
            }
        }
        return first;
    }
}
