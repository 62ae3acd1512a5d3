/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.generation.VersionSweep;
import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.generation.VersionTable;
import io.vsatlink.store.jdbc.mirror.FollowerTable;
import io.vsatlink.store.jdbc.snapshot.OpenSnapshots;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes row versions, generations and polls older than the retained history. In chunks, while polls may run. */
final class HistoryPruning {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryPruning.class);

    private final Transactions transactions;
    private final OpenSnapshots snapshots;

    HistoryPruning(Transactions transactions, OpenSnapshots snapshots) {
        this.transactions = transactions;
        this.snapshots = snapshots;
    }

    void prune(Instant cutoff) {
        for (String element : transactions.read("pruning the history", GenerationTable::elements)) {
            for (Dataset dataset : Dataset.values()) {
                prune(new Slot(element, dataset), cutoff);
            }
        }
        for (String system : transactions.read("pruning the history", GenerationTable::systems)) {
            prune(new Slot(system, TicketListing.TICKETS), cutoff);
        }
        transactions.write("pruning the poll history", c -> {
            prunePolls(c, cutoff);
            return null;
        });
    }

    /** The generation that was current at the cutoff is the oldest one that remains complete. */
    private void prune(Slot slot, Instant cutoff) {
        String what = "pruning " + slot;
        long oldest = transactions.read(what, c -> currentAt(c, slot, cutoff));
        long read = Math.min(oldest, snapshots.oldest(slot).orElse(oldest));
        long keep = slot.listing() == TicketListing.TICKETS
                ? Math.min(
                        read,
                        transactions
                                .read(what, c -> FollowerTable.oldest(c, slot.owner()))
                                .orElse(read))
                : read;
        if (keep <= transactions.read(what, c -> pruned(c, slot))) {
            return;
        }
        // first, for readers in other containers; a crash later has this repeated
        transactions.write(what, c -> forget(c, slot, keep));
        DatasetTable table =
                new DatasetTable(slot.listing(), transactions.database().dialect());
        VersionTable versions = new VersionTable(table, slot);
        long old = new VersionSweep(transactions, versions, slot)
                .delete(new Condition("last_generation < ?", List.of(keep)));
        transactions.write(what, c -> {
            LongTextTable.deleteOrphans(c, table, slot.owner(), keep);
            return finish(c, slot, keep);
        });
        LOG.debug("{}: deleted {} row versions that ended before generation {}", slot, old, keep);
    }

    private static long currentAt(Connection connection, Slot slot, Instant cutoff) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT MAX(number) FROM generation WHERE element = ? AND dataset = ? AND published_at <= ?")) {
            GenerationTable.bind(select, 1, slot);
            new UtcTimes().set(select, 3, cutoff);
            return number(select);
        }
    }

    private static long pruned(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT pruned_generation FROM dataset_state WHERE element = ? AND dataset = ?")) {
            GenerationTable.bind(select, 1, slot);
            return number(select);
        }
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static int forget(Connection connection, Slot slot, long keep) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM generation WHERE element = ? AND dataset = ? AND number < ?")) {
            GenerationTable.bind(delete, 1, slot);
            delete.setLong(3, keep);
            return delete.executeUpdate();
        }
    }

    private static int finish(Connection connection, Slot slot, long keep) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE dataset_state SET pruned_generation = ? WHERE element = ? AND dataset = ?")) {
            update.setLong(1, keep);
            GenerationTable.bind(update, 2, slot);
            return update.executeUpdate();
        }
    }

    /** Keeps each dataset's last poll and last success, whatever their age: schedules and status rows depend on them. */
    private static void prunePolls(Connection connection, Instant cutoff) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM poll_history WHERE ended_at < ?"
                + " AND poll_no NOT IN (SELECT MAX(poll_no) FROM poll_history GROUP BY element, dataset)"
                + " AND poll_no NOT IN (SELECT MAX(poll_no) FROM poll_history WHERE outcome = 'SUCCEEDED'"
                + " GROUP BY element, dataset)")) {
            new UtcTimes().set(delete, 1, cutoff);
            delete.executeUpdate();
        }
    }
}
