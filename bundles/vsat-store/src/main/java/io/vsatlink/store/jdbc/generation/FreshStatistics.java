/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the database look at a table before a generation with many new versions becomes current, so that the first who reads it is not
 * served by a plan for an empty table. The database does so by itself too, but up to a minute later.
 */
record FreshStatistics(Transactions transactions, DatasetTable table, Slot slot) {
    private static final Logger LOG = LoggerFactory.getLogger(FreshStatistics.class);

    /** Fewer versions change no plan that matters. */
    static final long MANY = 10_000;

    /** A table changes when a tenth of it does, which is also PostgreSQL's own measure. */
    private static final long PART = 10;

    /**
     * Never fails: plans may be bad then, but right.
     *
     * @param written the number of versions that the generation added or ended
     * @param rows the number of its rows
     */
    void after(long written, long rows) {
        Optional<String> look = table.dialect().filled(table.name());
        if (look.isEmpty() || written < MANY) {
            return;
        }
        try {
            transactions.read("the statistics of " + table.name(), c -> {
                if (written * PART >= rows + GenerationTable.rowsBeside(c, slot)) {
                    execute(c, look.get());
                }
                return null;
            });
        } catch (StoreException e) {
            LOG.info("The statistics of table {} are as old as before: {}", table.name(), e.getMessage());
        }
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
