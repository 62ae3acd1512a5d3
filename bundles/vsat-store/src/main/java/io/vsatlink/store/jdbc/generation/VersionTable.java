/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.store.dialect.BulkInsert;
import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.index.ContentIndex;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The statements that write row versions. */
public final class VersionTable {
    private static final int BATCH = 1_000;

    /** The number of rows per insert statement: the fixed cost of a statement is a third of the cost of a single row. */
    private static final int TOGETHER = 10;

    private final DatasetTable table;
    private final Slot slot;
    private final LongTexts longTexts;

    public VersionTable(DatasetTable table, Slot slot) {
        this.table = table;
        this.slot = slot;
        this.longTexts = new LongTexts(slot, new LongTextTable(table.dialect()));
    }

    /** Makes the writes of a page in the caller's transaction. */
    void write(Connection connection, PagePlan plan, long generation, RowCodec codec) throws SQLException {
        end(connection, plan.closes, generation - 1);
        // at no moment does a key have two open versions
        delete(connection, plan.deletes);
        end(connection, plan.reopens, DatasetTable.OPEN);
        rehash(connection, plan.rehashes);
        try (Batch batch = new Batch(connection, table.rewrite(), plan.rewrites.size(), 1)) {
            for (PagePlan.Rewrite rewrite : plan.rewrites) {
                int next = codec.bind(batch.statement(), 1, rewrite.row());
                batch.statement().setLong(next++, rewrite.hash());
                bind(batch.statement(), next, rewrite.address());
                batch.add();
            }
        }
        if (!plan.inserts.isEmpty()) {
            insert(connection, plan.inserts, generation, codec);
        }
        longTexts.write(connection, plan, generation);
    }

    private void rehash(Connection connection, List<PagePlan.Rehash> rehashes) throws SQLException {
        try (Batch batch = new Batch(connection, table.rehash(), rehashes.size(), 1)) {
            for (PagePlan.Rehash rehash : rehashes) {
                batch.statement().setLong(1, rehash.hash());
                bind(batch.statement(), 2, rehash.address());
                batch.add();
            }
        }
    }

    private void insert(Connection connection, List<PagePlan.Insert> inserts, long generation, RowCodec codec)
            throws SQLException {
        Optional<BulkInsert> bulk = table.dialect().bulk(connection, table.name(), table.insertedColumns());
        if (bulk.isPresent()) {
            try (BulkInsert insert = bulk.get()) {
                insert(insert, inserts, generation, codec);
            }
        } else {
            int together = inserts.size() - inserts.size() % TOGETHER;
            insert(connection, inserts.subList(0, together), TOGETHER, generation, codec);
            insert(connection, inserts.subList(together, inserts.size()), 1, generation, codec);
        }
    }

    private void insert(BulkInsert bulk, List<PagePlan.Insert> inserts, long generation, RowCodec codec)
            throws SQLException {
        for (PagePlan.Insert insert : inserts) {
            codec.put(bulk, insert.row());
            bulk.text(slot.owner());
            bulk.number(insert.hash());
            bulk.number(generation);
            bulk.number(DatasetTable.OPEN);
        }
        long inserted = bulk.end();
        if (inserted != inserts.size()) {
            throw new SQLException("the database inserted " + inserted + " rows instead of " + inserts.size());
        }
    }

    private void insert(
            Connection connection, List<PagePlan.Insert> inserts, int together, long generation, RowCodec codec)
            throws SQLException {
        try (Batch batch = new Batch(connection, table.insert(together), inserts.size() / together, together)) {
            int next = 1;
            int bound = 0;
            for (PagePlan.Insert insert : inserts) {
                next = codec.bind(batch.statement(), next, insert.row());
                batch.statement().setString(next++, slot.owner());
                batch.statement().setLong(next++, insert.hash());
                batch.statement().setLong(next++, generation);
                batch.statement().setLong(next++, DatasetTable.OPEN);
                if (++bound == together) {
                    batch.add();
                    bound = 0;
                    next = 1;
                }
            }
        }
    }

    /** @param rows the number of rows in the current generation */
    ContentIndex contents(Connection connection, long generation, long rows) throws SQLException {
        ContentIndex index = new ContentIndex(rows);
        try (PreparedStatement select = connection.prepareStatement(table.contentHashes())) {
            select.setString(1, slot.owner());
            select.setLong(2, DatasetTable.OPEN);
            select.setLong(3, generation);
            select.setFetchSize(DatasetTable.FETCHED_AT_ONCE);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    index.put(result.getLong(2), result.getLong(1));
                }
            }
        }
        return index;
    }

    /** Returns the first {@code limit} versions, in storage order, that meet the condition and are wanted. */
    List<VersionAddress> find(Connection connection, Condition condition, LongPredicate wanted, int limit)
            throws SQLException {
        List<VersionAddress> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(table.addresses(condition.sql()))) {
            select.setString(1, slot.owner());
            for (int i = 0; i < condition.parameters().size(); i++) {
                select.setLong(2 + i, condition.parameters().get(i));
            }
            select.setFetchSize(DatasetTable.FETCHED_AT_ONCE);
            try (ResultSet result = select.executeQuery()) {
                while (found.size() < limit && result.next()) {
                    long rowNo = result.getLong(2);
                    if (wanted.test(rowNo)) {
                        found.add(new VersionAddress(table.dialect().read(result.getString(1)), rowNo));
                    }
                }
            }
        }
        return found;
    }

    void end(Connection connection, List<VersionAddress> versions, long last) throws SQLException {
        Optional<String> many = table.endMany();
        if (many.isPresent()) {
            atOnce(connection, many.get(), List.of(last), versions);
            return;
        }
        try (Batch batch = new Batch(connection, table.end(), versions.size(), 1)) {
            for (VersionAddress version : versions) {
                batch.statement().setLong(1, last);
                bind(batch.statement(), 2, version);
                batch.add();
            }
        }
    }

    void delete(Connection connection, List<VersionAddress> versions) throws SQLException {
        Optional<String> many = table.deleteMany();
        if (many.isPresent()) {
            atOnce(connection, many.get(), List.of(), versions);
            return;
        }
        try (Batch batch = new Batch(connection, table.delete(), versions.size(), 1)) {
            for (VersionAddress version : versions) {
                bind(batch.statement(), 1, version);
                batch.add();
            }
        }
    }

    /** Executes one statement for all these versions; like {@link Batch}, it must affect each. */
    private void atOnce(Connection connection, String sql, List<Long> before, List<VersionAddress> versions)
            throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (long parameter : before) {
                statement.setLong(next++, parameter);
            }
            Object[] keys = versions.stream()
                    .map(version -> table.dialect().stored(version.key()))
                    .toArray();
            Object[] rowNumbers = versions.stream().map(VersionAddress::rowNo).toArray();
            statement.setArray(next++, connection.createArrayOf("text", keys));
            statement.setArray(next++, connection.createArrayOf("bigint", rowNumbers));
            statement.setString(next, slot.owner());
            int rows = statement.executeUpdate();
            if (rows != versions.size()) {
                throw new SQLException("a statement changed " + rows + " rows instead of " + versions.size());
            }
        }
    }

    boolean isThere(Connection connection, VersionAddress version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.there())) {
            bind(select, 1, version);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    private void bind(PreparedStatement statement, int first, VersionAddress version) throws SQLException {
        statement.setString(first, table.dialect().stored(version.key()));
        statement.setString(first + 1, slot.owner());
        statement.setLong(first + 2, version.rowNo());
    }

    /**
     * A statement executed every {@link #BATCH} rows, prepared only if there is a row. Each execution must affect the expected
     * number of rows: otherwise a version that the index does not find would silently remain unchanged.
     */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private final int rowsEach;
        private int waiting;
        private int left;

        Batch(Connection connection, String sql, int times, int rowsEach) throws SQLException {
            this.statement = times == 0 ? null : connection.prepareStatement(sql);
            this.left = times;
            this.rowsEach = rowsEach;
        }

        PreparedStatement statement() {
            return statement;
        }

        void add() throws SQLException {
            statement.addBatch();
            left--;
            if (++waiting == BATCH || left == 0) {
                for (int rows : statement.executeBatch()) {
                    if (rows != rowsEach) {
                        throw new SQLException("a statement changed " + rows + " rows instead of " + rowsEach);
                    }
                }
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
