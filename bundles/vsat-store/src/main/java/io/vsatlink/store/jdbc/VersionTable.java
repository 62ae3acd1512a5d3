package io.vsatlink.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/** The statements that write row versions. */
final class VersionTable {
    /** Rows in one transaction where a whole dataset may be concerned: short enough not to hold readers up. */
    private static final int CHUNK = 2_000;

    private static final int BATCH = 1_000;

    /** Rows that one statement inserts: what a statement costs beside its rows is a third of a single row's. */
    private static final int TOGETHER = 10;

    /** A condition on versions and its parameters. */
    record Condition(String sql, List<Long> parameters) {}

    private final DatasetTable table;
    private final Slot slot;

    VersionTable(DatasetTable table, Slot slot) {
        this.table = table;
        this.slot = slot;
    }

    /** Makes a page's writes, in the caller's transaction. */
    void write(Connection connection, PagePlan plan, long generation, RowCodec codec) throws SQLException {
        end(connection, plan.closes, generation - 1);
        end(connection, plan.reopens, DatasetTable.OPEN);
        delete(connection, plan.deletes);
        try (Batch batch = new Batch(connection, table.rewrite(), plan.rewrites.size())) {
            for (PagePlan.Rewrite rewrite : plan.rewrites) {
                int next = codec.bind(batch.statement(), 1, rewrite.row());
                batch.statement().setLong(next++, rewrite.hash());
                batch.statement().setLong(next, rewrite.rowNo());
                batch.add();
            }
        }
        int together = plan.inserts.size() - plan.inserts.size() % TOGETHER;
        insert(connection, plan.inserts.subList(0, together), TOGETHER, generation, codec);
        insert(connection, plan.inserts.subList(together, plan.inserts.size()), 1, generation, codec);
    }

    private void insert(
            Connection connection, List<PagePlan.Insert> inserts, int together, long generation, RowCodec codec)
            throws SQLException {
        try (Batch batch = new Batch(connection, table.insert(together), inserts.size() / together)) {
            int next = 1;
            int bound = 0;
            for (PagePlan.Insert insert : inserts) {
                next = codec.bind(batch.statement(), next, insert.row());
                batch.statement().setString(next++, slot.element());
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

    /** @param rows how many the current generation has */
    ContentIndex contents(Connection connection, long generation, long rows) throws SQLException {
        ContentIndex index = new ContentIndex(rows);
        try (PreparedStatement select = connection.prepareStatement(table.contentHashes())) {
            select.setString(1, slot.element());
            select.setLong(2, DatasetTable.OPEN);
            select.setLong(3, generation);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    index.put(result.getLong(2), result.getLong(1));
                }
            }
        }
        return index;
    }

    RowNumbers numbers(Connection connection, Condition condition) throws SQLException {
        RowNumbers numbers = new RowNumbers();
        try (PreparedStatement select = connection.prepareStatement(table.rowNumbers(condition.sql()))) {
            select.setString(1, slot.element());
            for (int i = 0; i < condition.parameters().size(); i++) {
                select.setLong(2 + i, condition.parameters().get(i));
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    numbers.add(result.getLong(1));
                }
            }
        }
        return numbers;
    }

    /** Sets where these versions end, in transactions of their own. */
    void endInChunks(Transactions transactions, RowNumbers rows, long last) {
        inChunks(transactions, rows, (c, chunk) -> end(c, chunk, last));
    }

    /** Deletes these versions, in transactions of their own. */
    void deleteInChunks(Transactions transactions, RowNumbers rows) {
        inChunks(transactions, rows, this::delete);
    }

    private interface ChunkWork {
        void on(Connection connection, List<Long> chunk) throws SQLException;
    }

    private void inChunks(Transactions transactions, RowNumbers rows, ChunkWork work) {
        PrimitiveIterator.OfLong all = rows.stream().iterator();
        while (all.hasNext()) {
            List<Long> chunk = new ArrayList<>(CHUNK);
            while (all.hasNext() && chunk.size() < CHUNK) {
                chunk.add(all.nextLong());
            }
            transactions.write(slot.toString(), c -> {
                work.on(c, chunk);
                return null;
            });
        }
    }

    private void end(Connection connection, List<Long> rows, long last) throws SQLException {
        try (Batch batch = new Batch(connection, table.end(), rows.size())) {
            for (long rowNo : rows) {
                batch.statement().setLong(1, last);
                batch.statement().setLong(2, rowNo);
                batch.add();
            }
        }
    }

    private void delete(Connection connection, List<Long> rows) throws SQLException {
        try (Batch batch = new Batch(connection, table.delete(), rows.size())) {
            for (long rowNo : rows) {
                batch.statement().setLong(1, rowNo);
                batch.add();
            }
        }
    }

    /** A statement executed every {@link #BATCH} rows, prepared only where there is a row. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;
        private int left;

        Batch(Connection connection, String sql, int rows) throws SQLException {
            statement = rows == 0 ? null : connection.prepareStatement(sql);
            left = rows;
        }

        PreparedStatement statement() {
            return statement;
        }

        void add() throws SQLException {
            statement.addBatch();
            left--;
            if (++waiting == BATCH || left == 0) {
                statement.executeBatch();
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
