/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.mirror;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.store.jdbc.mirror.FollowerTable.Place;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The changes from the generation that a follower knows to the next one, derived from the versions that begin and end there.
 */
final class TicketChanges {
    private final DatasetTable table;
    private final String system;
    private final RowCodec codec;
    private final int limit;

    TicketChanges(DatasetTable table, String system, int limit) {
        this.table = table;
        this.system = system;
        this.codec = new RowCodec(table, system);
        this.limit = limit;
    }

    /** @param changed the number of tickets that the generation changed, which determines how they are read */
    List<TicketChange> beyond(Connection c, Place place, long changed) throws SQLException {
        return place.known() == 0 ? everything(c, place) : step(c, place, changed > limit);
    }

    /** A follower that begins with nothing receives the existing tickets, not their history. */
    private List<TicketChange> everything(Connection c, Place place) throws SQLException {
        List<TicketChange> changes = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement(table.scanBeyond())) {
            select.setString(1, system);
            select.setLong(2, place.toward());
            select.setLong(3, place.toward());
            select.setString(4, place.ticketId());
            select.setInt(5, limit);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    changes.add(new TicketChange(
                            place.toward(), Optional.empty(), Optional.of(new Ticket(codec.read(result)))));
                }
            }
        }
        return changes;
    }

    private List<TicketChange> step(Connection c, Place place, boolean many) throws SQLException {
        Map<String, Row> before = new TreeMap<>();
        Map<String, Row> after = new TreeMap<>();
        int first = table.contentColumns().size() + 1;
        // two versions per ticket and one more, so that the versions of the last ticket are complete
        int most = 2 * limit + 1;
        int read = 0;
        try (PreparedStatement select = c.prepareStatement(table.turns(many))) {
            select.setString(1, system);
            select.setLong(2, place.toward());
            select.setLong(3, place.known());
            select.setString(4, place.ticketId());
            select.setInt(5, most);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row row = codec.read(result);
                    (result.getLong(first) == place.toward() ? after : before).put(row.key(), row);
                    read++;
                }
            }
        }
        TreeMap<String, Row> all = new TreeMap<>(before);
        all.putAll(after);
        if (read == most) {
            all.pollLastEntry();
        }
        return all.keySet().stream()
                .limit(limit)
                .map(key -> new TicketChange(
                        place.toward(),
                        Optional.ofNullable(before.get(key)).map(Ticket::new),
                        Optional.ofNullable(after.get(key)).map(Ticket::new)))
                .toList();
    }
}
