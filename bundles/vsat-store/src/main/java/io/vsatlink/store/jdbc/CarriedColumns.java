package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.VersionLookup.Version;
import io.vsatlink.store.jdbc.VersionLookup.Versions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Columns that the vendor has ceased to tell: their values come from the current generation.
 *
 * @param columns names of columns; empty where rows are taken as they were told
 */
record CarriedColumns(Set<String> columns, DatasetTable table, RowCodec codec, long generation) {
    private static final int CHUNK = 250;

    CarriedColumns {
        columns = Set.copyOf(columns);
    }

    boolean none() {
        return columns.isEmpty();
    }

    /** The same rows with the carried values, by key. Reads nothing where no column is carried. */
    Map<String, Row> fill(Connection connection, Map<String, Row> told, Map<String, Versions> known)
            throws SQLException {
        if (none()) {
            return told;
        }
        Map<String, Row> current = current(connection, known.values());
        Map<String, Row> filled = new HashMap<>(2 * told.size());
        told.forEach((key, row) -> filled.put(key, filled(row, current.get(key))));
        return filled;
    }

    private Row filled(Row told, Row current) {
        List<Object> values = new ArrayList<>(told.values());
        for (String column : columns) {
            values.set(told.dataset().indexOf(column), current == null ? null : current.get(column));
        }
        return new Row(told.dataset(), values, told.extraJson());
    }

    private Map<String, Row> current(Connection connection, Collection<Versions> known) throws SQLException {
        List<Long> numbers = known.stream()
                .map(this::current)
                .filter(Objects::nonNull)
                .map(Version::rowNo)
                .toList();
        Map<String, Row> rows = new HashMap<>(2 * numbers.size());
        int chunk = Math.min(CHUNK, numbers.size());
        if (chunk == 0) {
            return rows;
        }
        try (PreparedStatement select = connection.prepareStatement(table.contents(chunk))) {
            for (int from = 0; from < numbers.size(); from += chunk) {
                for (int i = 0; i < chunk; i++) {
                    select.setLong(1 + i, numbers.get(Math.min(from + i, numbers.size() - 1)));
                }
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        Row row = codec.read(result);
                        rows.put(row.key(), row);
                    }
                }
            }
        }
        return rows;
    }

    /** The version that the current generation has; null where it has none. */
    private Version current(Versions versions) {
        if (versions.superseded() != null) {
            return versions.superseded();
        }
        return versions.open().first() < generation ? versions.open() : null;
    }
}
