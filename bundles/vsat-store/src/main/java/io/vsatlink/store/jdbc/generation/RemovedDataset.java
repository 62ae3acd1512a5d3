/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A dataset whose rows are being removed: its state is marked, which makes its rows invisible. */
public record RemovedDataset(Transactions transactions, Slot slot) {
    private static final Logger LOG = LoggerFactory.getLogger(RemovedDataset.class);
    private static final Condition ALL = new Condition("first_generation > ?", List.of(0L));

    /** All marked datasets. */
    public static List<Slot> marked(Connection connection) throws SQLException {
        List<Slot> slots = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT element, dataset FROM dataset_state WHERE removing = TRUE");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                String table = result.getString(2);
                Optional<Dataset> dataset = Stream.of(Dataset.values())
                        .filter(each -> DatasetTable.name(each).equals(table))
                        .findFirst();
                if (dataset.isPresent()) {
                    slots.add(new Slot(result.getString(1), dataset.get()));
                }
            }
        }
        return slots;
    }

    boolean isMarked() {
        return transactions.read(slot.toString(), c -> marked(c).contains(slot));
    }

    /** Deletes the rows in chunks, then the state with its mark. The dataset must not be written in the meantime. */
    public long finish() {
        DatasetTable table =
                new DatasetTable(slot.listing(), transactions.database().dialect());
        long versions = new VersionSweep(transactions, new VersionTable(table, slot), slot).delete(ALL);
        transactions.write(slot.toString(), c -> {
            execute(c, "DELETE FROM long_text WHERE element = ? AND listing = ?");
            return execute(c, "DELETE FROM dataset_state WHERE element = ? AND dataset = ?");
        });
        LOG.info("{}: removed, {} versions of rows", slot, versions);
        return versions;
    }

    private int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            GenerationTable.bind(statement, 1, slot);
            return statement.executeUpdate();
        }
    }
}
