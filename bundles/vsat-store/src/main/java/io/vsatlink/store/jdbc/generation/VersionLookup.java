/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the versions of keys that are relevant to the generation being written. */
final class VersionLookup {
    private static final int CHUNK = 250;

    /**
     * The parts of a version that the writer needs.
     *
     * @param time the vendor's time of the row; null if it has none or is not needed
     */
    record Version(long rowNo, long hash, long first, long last, Instant time) {}

    /**
     * @param open the version that has not been superseded
     * @param superseded the version that this generation closed; null if it closed none
     */
    record Versions(Version open, Version superseded) {}

    private final DatasetTable table;
    private final Slot slot;
    private final long generation;
    private final UtcTimes times = new UtcTimes();
    private Column time;

    VersionLookup(DatasetTable table, Slot slot, long generation) {
        this.table = table;
        this.slot = slot;
        this.generation = generation;
    }

    /** From now on, versions are found with their times in this column. */
    void with(Column timeColumn) {
        time = timeColumn;
    }

    Map<String, Versions> find(Connection connection, Collection<String> keys) throws SQLException {
        List<String> list = List.copyOf(keys);
        Map<String, Versions> found = new HashMap<>(2 * list.size());
        int chunk = Math.min(CHUNK, list.size());
        if (chunk == 0) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(table.versions(chunk, time))) {
            select.setString(chunk + 1, slot.owner());
            select.setLong(chunk + 2, generation - 1);
            for (int from = 0; from < list.size(); from += chunk) {
                for (int i = 0; i < chunk; i++) {
                    // the last chunk repeats the last key, so that all chunks share one compiled statement
                    String key = list.get(Math.min(from + i, list.size() - 1));
                    select.setString(
                            1 + i,
                            key.length() > Column.MAX_KEY ? "" : table.dialect().stored(key));
                }
                collect(select, found);
            }
        }
        return found;
    }

    private void collect(PreparedStatement select, Map<String, Versions> found) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Version version = new Version(
                        result.getLong(1),
                        result.getLong(2),
                        result.getLong(3),
                        result.getLong(4),
                        time == null ? null : times.get(result, 6));
                boolean open = version.last() == DatasetTable.OPEN;
                // compares keys exactly, because SQL treats "A" and "A " as equal
                found.merge(
                        table.dialect().read(result.getString(5)),
                        open ? new Versions(version, null) : new Versions(null, version),
                        (a, b) -> new Versions(
                                a.open() != null ? a.open() : b.open(),
                                a.superseded() != null ? a.superseded() : b.superseded()));
            }
        }
    }
}
