/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.store.dialect.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables with the state of each listing of each owner: {@code dataset_state} and {@code generation}. */
public final class GenerationTable {
    private static final String CURRENT =
            "SELECT s.dataset, g.number, g.published_at, g.row_count, g.added, g.changed, g.removed,"
                    + " g.full_number, g.full_at, g.changed_until, g.changes_basis"
                    + " FROM dataset_state s JOIN generation g"
                    + " ON g.element = s.element AND g.dataset = s.dataset AND g.number = s.current_generation"
                    + " WHERE s.element = ?";

    private GenerationTable() {}

    public static Optional<Generation> current(Connection connection, Slot slot) throws SQLException {
        return Optional.ofNullable(current(connection, slot.owner()).get(slot.listing()));
    }

    /** Reads all listings of an owner in one statement, so that they are consistent. */
    public static Map<Listing, Generation> current(Connection connection, String owner) throws SQLException {
        Map<Listing, Generation> current = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setString(1, owner);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    // ignores a listing that only a later version knows
                    Optional<Listing> listing = listing(result.getString(1));
                    if (listing.isPresent()) {
                        current.put(listing.get(), read(owner, listing.get(), result, 2));
                    }
                }
            }
        }
        return current;
    }

    private static Optional<Listing> listing(String table) {
        return Stream.<Listing>concat(Arrays.stream(Dataset.values()), Stream.of(TicketListing.TICKETS))
                .filter(listing -> DatasetTable.name(listing).equals(table))
                .findFirst();
    }

    /** The systems whose tickets have been published. */
    public static Set<String> systems(Connection connection) throws SQLException {
        return published(connection, "= ?");
    }

    /** The elements that have published a dataset. */
    public static Set<String> elements(Connection connection) throws SQLException {
        return published(connection, "<> ?");
    }

    private static Set<String> published(Connection connection, String dataset) throws SQLException {
        Set<String> elements = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT DISTINCT element FROM dataset_state WHERE current_generation > 0 AND dataset " + dataset)) {
            select.setString(1, DatasetTable.name(TicketListing.TICKETS));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    elements.add(result.getString(1));
                }
            }
        }
        return elements;
    }

    /** The number of current rows that other owners have in the same table. */
    public static long rowsBeside(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT g.row_count FROM dataset_state s"
                + " JOIN generation g ON g.element = s.element AND g.dataset = s.dataset"
                + " AND g.number = s.current_generation WHERE s.element <> ? AND s.dataset = ?")) {
            bind(select, 1, slot);
            long rows = 0;
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows += result.getLong(1);
                }
            }
            return rows;
        }
    }

    /** The generation that was being written and may not have been published; 0 if there is none. */
    public static long writing(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT writing_generation FROM dataset_state WHERE element = ? AND dataset = ?")) {
            bind(select, 1, slot);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    public static void setWriting(Connection connection, Slot slot, long generation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE dataset_state SET writing_generation = ? WHERE element = ? AND dataset = ?")) {
            update.setLong(1, generation);
            bind(update, 2, slot);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO dataset_state"
                + " (writing_generation, element, dataset, current_generation, pruned_generation)"
                + " VALUES (?, ?, ?, 0, 0)")) {
            insert.setLong(1, generation);
            bind(insert, 2, slot);
            insert.executeUpdate();
        }
    }

    public static void publish(Connection connection, Slot slot, Generation generation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO generation"
                + " (element, dataset, number, published_at, row_count, added, changed, removed, changed_until,"
                + " changes_basis, full_number, full_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, slot, generation);
            bindMark(insert, 9, generation);
            insert.setLong(11, generation.fullNumber());
            new UtcTimes().set(insert, 12, generation.fullAt());
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE dataset_state"
                + " SET current_generation = ?, writing_generation = 0 WHERE element = ? AND dataset = ?")) {
            update.setLong(1, generation.number());
            bind(update, 2, slot);
            update.executeUpdate();
        }
    }

    /** Whether nothing of a generation's rows has been deleted. */
    public static boolean isKept(Connection connection, Slot slot, long generation) throws SQLException {
        return changed(connection, slot, generation) < Long.MAX_VALUE;
    }

    /** The number of rows that a generation added, changed and removed; the maximum value if its record was pruned. */
    public static long changed(Connection connection, Slot slot, long generation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT added + changed + removed FROM generation"
                + " WHERE element = ? AND dataset = ? AND number = ?")) {
            bind(select, 1, slot);
            select.setLong(3, generation);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : Long.MAX_VALUE;
            }
        }
    }

    /** When each generation became current, for those that are still kept. */
    public static Map<Long, Instant> times(Connection connection, Slot slot) throws SQLException {
        Map<Long, Instant> found = new HashMap<>();
        UtcTimes times = new UtcTimes();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, published_at FROM generation WHERE element = ? AND dataset = ?")) {
            bind(select, 1, slot);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.put(result.getLong(1), times.get(result, 2));
                }
            }
        }
        return found;
    }

    /**
     * Reads number, time, rows, added, changed and removed, then those of the last whole listing and the mark of changes, starting at this
     * column.
     */
    public static Generation read(String owner, Listing listing, ResultSet result, int first) throws SQLException {
        UtcTimes times = new UtcTimes();
        Instant changedUntil = times.get(result, first + 8);
        return new Generation(
                owner,
                listing,
                result.getLong(first),
                times.get(result, first + 1),
                result.getLong(first + 2),
                result.getLong(first + 3),
                result.getLong(first + 4),
                result.getLong(first + 5),
                result.getLong(first + 6),
                times.get(result, first + 7),
                changedUntil == null ? null : new ChangeMark(changedUntil, result.getString(first + 9)));
    }

    /** Sets the time and the basis of the mark of changes, or null. */
    public static void bindMark(PreparedStatement statement, int first, Generation generation) throws SQLException {
        ChangeMark mark = generation.mark();
        new UtcTimes().set(statement, first, mark == null ? null : mark.until());
        statement.setString(first + 1, mark == null ? null : mark.basis());
    }

    /** Sets element, dataset, number, time, rows, added, changed and removed. */
    public static void bind(PreparedStatement statement, Slot slot, Generation generation) throws SQLException {
        bind(statement, 1, slot);
        statement.setLong(3, generation.number());
        new UtcTimes().set(statement, 4, generation.publishedAt());
        statement.setLong(5, generation.rows());
        statement.setLong(6, generation.added());
        statement.setLong(7, generation.changed());
        statement.setLong(8, generation.removed());
    }

    public static void bind(PreparedStatement statement, int index, Slot slot) throws SQLException {
        statement.setString(index, slot.owner());
        statement.setString(index + 1, DatasetTable.name(slot.listing()));
    }
}
