/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.duty.DutyTransactions;
import io.vsatlink.store.jdbc.generation.RemovedDataset;
import io.vsatlink.store.jdbc.snapshot.OpenSnapshots;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes all data that the store has of an element: rows, generations, held generations, the journal, the memory. First its
 * datasets are marked in one transaction, which makes them invisible. Then the rows are deleted in chunks. A crash in between
 * is harmless: the next call, the next pruning or the next poll of the dataset completes the removal.
 */
final class ElementRemoval {
    /** The number of journal entries deleted in one transaction. */
    private static final int CHUNK = 2_000;

    private final DutyTransactions duties;
    private final OpenSnapshots snapshots;

    ElementRemoval(DutyTransactions duties, OpenSnapshots snapshots) {
        this.duties = duties;
        this.snapshots = snapshots;
    }

    /** The names of the elements that have any stored data. */
    Set<String> known() {
        return duties.transactions().read("the list of elements", c -> {
            Set<String> names = new TreeSet<>();
            try (PreparedStatement select = c.prepareStatement(
                            "SELECT element FROM dataset_state WHERE dataset <> 'tickets'"
                                    + " UNION SELECT element FROM poll_history UNION SELECT element FROM element_memory WHERE element <> ''");
                    ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
            return names;
        });
    }

    /**
     * @return the number of removed row versions
     * @throws StoreException also if its rows are being read
     */
    long remove(String element) {
        String what = "removing element " + element;
        Transactions transactions = duties.under(DutyKind.POLL, element);
        snapshots.whileUnread(element, () -> transactions.write(what, c -> mark(c, element)));
        long versions = 0;
        for (Slot slot : transactions.read(what, RemovedDataset::marked)) {
            if (slot.owner().equals(element)) {
                versions += new RemovedDataset(transactions, slot).finish();
            }
        }
        boolean more = true;
        while (more) {
            more = transactions.write(what, c -> removePolls(c, element)) == CHUNK;
        }
        transactions.write(what, c -> {
            execute(c, "DELETE FROM long_text WHERE element = ? AND listing = 'element_memory'", element);
            return execute(c, "DELETE FROM element_memory WHERE element = ?", element);
        });
        return versions;
    }

    private static int mark(Connection c, String element) throws SQLException {
        execute(c, "DELETE FROM held_generation WHERE element = ? AND dataset <> 'tickets'", element);
        execute(c, "DELETE FROM generation WHERE element = ? AND dataset <> 'tickets'", element);
        return execute(
                c,
                "UPDATE dataset_state SET removing = TRUE, current_generation = 0, writing_generation = 0,"
                        + " pruned_generation = 0 WHERE element = ? AND dataset <> 'tickets'",
                element);
    }

    private static int removePolls(Connection c, String element) throws SQLException {
        List<Long> polls = new ArrayList<>();
        try (PreparedStatement select =
                c.prepareStatement("SELECT poll_no FROM poll_history WHERE element = ?" + DatasetTable.FIRST)) {
            select.setString(1, element);
            select.setInt(2, CHUNK);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    polls.add(result.getLong(1));
                }
            }
        }
        try (PreparedStatement delete = c.prepareStatement("DELETE FROM poll_history WHERE poll_no = ?")) {
            for (long poll : polls) {
                delete.setLong(1, poll);
                delete.executeUpdate();
            }
        }
        return polls.size();
    }

    private static int execute(Connection connection, String sql, String element) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, element);
            return statement.executeUpdate();
        }
    }
}
