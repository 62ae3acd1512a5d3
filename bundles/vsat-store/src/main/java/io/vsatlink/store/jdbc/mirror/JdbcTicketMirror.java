/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.mirror;

import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketCategory;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.store.duty.DutyTransactions;
import io.vsatlink.store.jdbc.generation.GenerationWriters;
import io.vsatlink.store.jdbc.mirror.FollowerTable.Place;
import io.vsatlink.store.jdbc.snapshot.OpenSnapshots;
import io.vsatlink.store.jdbc.snapshot.VersionHistory;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tickets as another listing of the store, and the changes of its generations. */
public final class JdbcTicketMirror implements TicketMirror {
    private final GenerationWriters writers;
    private final OpenSnapshots snapshots;
    private final Transactions transactions;
    private final DutyTransactions duties;
    private final DatasetTable table;

    public JdbcTicketMirror(
            GenerationWriters writers, OpenSnapshots snapshots, Transactions transactions, DutyTransactions duties) {
        this.duties = duties;
        this.writers = writers;
        this.snapshots = snapshots;
        this.transactions = transactions;
        this.table =
                new DatasetTable(TicketListing.TICKETS, transactions.database().dialect());
    }

    private static Slot slot(String system) {
        return new Slot(system, TicketListing.TICKETS);
    }

    @Override
    public GenerationWriter open(String system) {
        return writers.open(slot(system));
    }

    @Override
    public Optional<Generation> current(String system) {
        return writers.current(slot(system));
    }

    @Override
    public Snapshot snapshot(String system) {
        return snapshots.open(system);
    }

    @Override
    public List<RowVersion> history(String system, String ticketId) {
        return transactions.read(
                "the history of ticket " + ticketId + " of " + system,
                c -> VersionHistory.of(c, table, slot(system), ticketId));
    }

    @Override
    public TicketCounts counts(String system, String managedBy) {
        return transactions.read("the tickets of " + system, c -> {
            Optional<Generation> current = GenerationTable.current(c, slot(system));
            return current.isEmpty() ? TicketCounts.NONE : counts(c, current.get(), managedBy);
        });
    }

    private TicketCounts counts(Connection c, Generation generation, String managedBy) throws SQLException {
        Map<TicketCategory, Long> byCategory = new EnumMap<>(TicketCategory.class);
        long total = 0;
        long managed = 0;
        long other = 0;
        try (PreparedStatement select = c.prepareStatement(table.ticketCounts())) {
            select.setString(1, managedBy);
            select.setString(2, managedBy);
            select.setString(3, generation.owner());
            select.setLong(4, generation.number());
            select.setLong(5, generation.number());
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    String category = result.getString(1);
                    long tickets = result.getLong(2);
                    Optional<TicketCategory> known = TicketCategory.labelled(category);
                    known.ifPresent(name -> byCategory.merge(name, tickets, Long::sum));
                    total += tickets;
                    other += known.isPresent() ? 0 : tickets;
                    managed += result.getLong(3);
                }
            }
        }
        return new TicketCounts(total, managed, byCategory, other);
    }

    @Override
    public List<TicketChange> changes(String system, String follower, int limit) {
        TicketChanges changes = new TicketChanges(table, system, limit);
        return transactions.read("the changes of the tickets of " + system, c -> {
            long current = GenerationTable.current(c, slot(system))
                    .map(Generation::number)
                    .orElse(0L);
            Place place = FollowerTable.place(c, system, follower).orElse(new Place(0, current, ""));
            while (current > 0 && place.toward() <= current) {
                long changed = GenerationTable.changed(c, slot(system), place.toward());
                List<TicketChange> found =
                        changed == 0 && place.known() > 0 ? List.of() : changes.beyond(c, place, changed);
                if (!found.isEmpty()) {
                    return found;
                }
                place = place.next();
            }
            return List.of();
        });
    }

    @Override
    public void told(String system, String follower, TicketChange last) {
        duties.write(DutyKind.FRONT, system, "the followers of " + system, c -> {
            Optional<Place> place = FollowerTable.place(c, system, follower);
            long known = place.isEmpty() ? 0 : last.generation() - 1;
            if (place.isPresent() && place.get().toward() == last.generation()) {
                known = place.get().known();
            }
            String ticket = table.dialect().stored(last.ticketId());
            FollowerTable.put(c, system, follower, new Place(known, last.generation(), ticket));
            return null;
        });
    }

    @Override
    public void forget(String system, String follower) {
        duties.write(DutyKind.FRONT, system, "the followers of " + system, c -> {
            FollowerTable.remove(c, system, follower);
            return null;
        });
    }
}
