package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables that say where each dataset of each element stands: {@code dataset_state} and {@code generation}. */
final class GenerationTable {
    private static final String CURRENT =
            "SELECT s.dataset, g.number, g.published_at, g.row_count, g.added, g.changed, g.removed"
                    + " FROM dataset_state s JOIN generation g"
                    + " ON g.element = s.element AND g.dataset = s.dataset AND g.number = s.current_generation"
                    + " WHERE s.element = ?";

    private GenerationTable() {}

    static Optional<Generation> current(Connection connection, Slot slot) throws SQLException {
        return Optional.ofNullable(current(connection, slot.element()).get(slot.dataset()));
    }

    /** All datasets of an element in one statement, so that they are one set. */
    static Map<Dataset, Generation> current(Connection connection, String element) throws SQLException {
        Map<Dataset, Generation> current = new EnumMap<>(Dataset.class);
        UtcTimes times = new UtcTimes();
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setString(1, element);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    // a dataset that only a later version knows is none of ours
                    Optional<Dataset> dataset =
                            Dataset.named(result.getString(1).replace('_', '-'));
                    if (dataset.isPresent()) {
                        Generation generation = new Generation(
                                element,
                                dataset.get(),
                                result.getLong(2),
                                times.get(result, 3),
                                result.getLong(4),
                                result.getLong(5),
                                result.getLong(6),
                                result.getLong(7));
                        current.put(dataset.get(), generation);
                    }
                }
            }
        }
        return current;
    }

    static Set<String> elements(Connection connection) throws SQLException {
        Set<String> elements = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT DISTINCT element FROM dataset_state WHERE current_generation > 0");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                elements.add(result.getString(1));
            }
        }
        return elements;
    }

    /** The generation that was being written and perhaps never published; 0 where there is none. */
    static long writing(Connection connection, Slot slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT writing_generation FROM dataset_state WHERE element = ? AND dataset = ?")) {
            bind(select, 1, slot);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    static void setWriting(Connection connection, Slot slot, long generation) throws SQLException {
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

    static void publish(Connection connection, Slot slot, Generation generation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO generation"
                + " (element, dataset, number, published_at, row_count, added, changed, removed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, 1, slot);
            insert.setLong(3, generation.number());
            new UtcTimes().set(insert, 4, generation.publishedAt());
            insert.setLong(5, generation.rows());
            insert.setLong(6, generation.added());
            insert.setLong(7, generation.changed());
            insert.setLong(8, generation.removed());
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE dataset_state"
                + " SET current_generation = ?, writing_generation = 0 WHERE element = ? AND dataset = ?")) {
            update.setLong(1, generation.number());
            bind(update, 2, slot);
            update.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, int index, Slot slot) throws SQLException {
        statement.setString(index, slot.element());
        statement.setString(index + 1, DatasetTable.name(slot.dataset()));
    }
}
