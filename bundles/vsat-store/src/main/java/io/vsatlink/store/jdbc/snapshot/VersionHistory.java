/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Returns how one row has changed over time, as far as it was published. */
public final class VersionHistory {
    private VersionHistory() {}

    public static List<RowVersion> of(Connection connection, DatasetTable table, Slot slot, String key)
            throws SQLException {
        // read first: anything published afterwards is then ignored, like what a poll is writing
        Optional<Generation> current = GenerationTable.current(connection, slot);
        if (current.isEmpty() || key.length() > Column.MAX_KEY) {
            return List.of();
        }
        Map<Long, Instant> times = GenerationTable.times(connection, slot);
        RowCodec codec = new RowCodec(table, slot.owner());
        int firstGeneration = table.contentColumns().size() + 1;
        List<RowVersion> versions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(table.history())) {
            select.setString(1, table.dialect().stored(key));
            select.setString(2, slot.owner());
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row row = codec.read(result);
                    long first = result.getLong(firstGeneration);
                    long last = result.getLong(firstGeneration + 1);
                    // SQL treats "A" and "A " as equal
                    if (row.key().equals(key) && first <= current.get().number()) {
                        boolean isCurrent = last >= current.get().number();
                        versions.add(new RowVersion(
                                row,
                                first,
                                times.get(first),
                                isCurrent ? 0 : last,
                                isCurrent ? null : times.get(last + 1)));
                    }
                }
            }
        }
        return versions;
    }
}
