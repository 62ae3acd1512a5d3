/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.outbox.OutboxTable.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries of users and elements about requests; changes nothing. */
record OutboxQueries(OutboxTable table) {
    private static final String OF_TICKET =
            "WHERE o.line = (SELECT n.line FROM ticket_name n WHERE n.system_name = ? AND n.name = ?)";

    Optional<OutboxEntry> found(Connection c, String system, long id) throws SQLException {
        return table.select(c, "outbox_newest_first", "WHERE o.system_name = ? AND o.id = ?", 1, system, id).stream()
                .map(Found::entry)
                .findFirst();
    }

    /** Whether the claim is there, as this claimant made it in this run of the container. */
    static boolean isClaimed(Connection c, Claim claim, Claimant claimant, String run) throws SQLException {
        return OutboxTable.any(
                c,
                "state = 'CLAIMED' AND id = ? AND fence = ? AND claimed_by = ? AND claimed_in = ? AND claimed_start = ?"
                        + " AND claimed_run = ?",
                claim.entry().id(),
                claim.fence(),
                claimant.element(),
                claimant.container(),
                claimant.start(),
                run);
    }

    /** Whether the claim ended in this state. */
    static boolean isConcluded(Connection c, Claim claim, RequestState state, String error) throws SQLException {
        return OutboxTable.any(
                c,
                "id = ? AND fence = ? AND state = ? AND last_error = ?",
                claim.entry().id(),
                claim.fence(),
                state.name(),
                error);
    }

    /** Returns the open requests, oldest first, then the others, newest first. */
    List<OutboxEntry> entries(Connection c, String system, int limit) throws SQLException {
        List<Found> found = new ArrayList<>(table.select(
                c,
                "outbox_by_state",
                "WHERE o.system_name = ? AND o.state IN " + OutboxTable.OPEN + " ORDER BY o.id",
                limit,
                system));
        if (found.size() < limit) {
            found.addAll(table.select(
                    c,
                    "outbox_newest_first",
                    "WHERE o.system_name = ? AND o.state NOT IN " + OutboxTable.OPEN + " ORDER BY o.id DESC",
                    limit - found.size(),
                    system));
        }
        return found.stream().map(Found::entry).toList();
    }

    /** Returns those of one ticket, newest first: of each queue that one of its names leads to. */
    List<OutboxEntry> entriesOf(Connection c, String system, Set<String> names, int limit) throws SQLException {
        List<OutboxEntry> found = new ArrayList<>();
        for (long line : TicketNames.lines(c, system, names)) {
            table.select(c, "outbox_by_line", "WHERE o.line = ? ORDER BY o.id DESC", limit, line).stream()
                    .map(Found::entry)
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparing(OutboxEntry::id).reversed())
                .limit(limit)
                .toList();
    }

    static OutboxCounts counts(Connection c, String system) throws SQLException {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        try (PreparedStatement select =
                c.prepareStatement("SELECT state, COUNT(*) FROM outbox WHERE system_name = ? GROUP BY state")) {
            select.setString(1, system);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    counts.put(RequestState.valueOf(result.getString(1)), result.getLong(2));
                }
            }
        }
        return new OutboxCounts(
                counts.getOrDefault(RequestState.WAITING, 0L) + counts.getOrDefault(RequestState.CLAIMED, 0L),
                counts.getOrDefault(RequestState.DELIVERED, 0L),
                counts.getOrDefault(RequestState.BLOCKED, 0L),
                counts.getOrDefault(RequestState.DISCARDED, 0L),
                oldest(c, system));
    }

    private static Instant oldest(Connection c, String system) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(
                "SELECT MIN(o.created_at) FROM outbox o WHERE o.system_name = ? AND o.state IN " + OutboxTable.OPEN
                        + " AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.line = o.line AND p.id <= o.id AND p.last_error <> ''"
                        + " AND (p.state = 'WAITING' AND p.attempts = 0 OR p.state = 'CLAIMED' AND p.attempts = 1))")) {
            select.setString(1, system);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return new UtcTimes().get(result, 1);
            }
        }
    }

    /** Returns those of one ticket, newest first. */
    List<OutboxEntry> deliveredUpdates(Connection c, String system, String ticketId, int limit) throws SQLException {
        String rest = OF_TICKET + " AND o.kind = 'UPDATE' AND o.state = 'DELIVERED' ORDER BY o.id DESC";
        return table.select(c, "outbox_by_line", rest, limit, system, ticketId).stream()
                .map(Found::entry)
                .toList();
    }

    /** Returns those for new tickets with these fields, newest first. */
    List<OutboxEntry> submissions(Connection c, String system, Map<String, String> fields) throws SQLException {
        StringBuilder rest = new StringBuilder("WHERE o.system_name = ? AND o.kind = 'SUBMIT'");
        List<Object> parameters = new ArrayList<>(List.of(system));
        fields.forEach((name, value) -> {
            rest.append(" AND o.fields LIKE ? ESCAPE '!'");
            String line = table.dialect().stored(RequestFields.text(Map.of(name, value)));
            parameters.add("%" + line.replaceAll("[!%_]", "!$0") + "%");
        });
        return table.select(c, "null", rest + " ORDER BY o.id DESC", 0, parameters.toArray()).stream()
                .map(Found::entry)
                // the text may also be the beginning of a longer value
                .filter(entry -> entry.request().fields().entrySet().containsAll(fields.entrySet()))
                .toList();
    }

    /** Returns those of one ticket, in their order. */
    List<OutboxEntry> open(Connection c, String system, String name) throws SQLException {
        String rest = OF_TICKET + " AND o.state IN " + OutboxTable.OPEN + " ORDER BY o.id";
        return table.select(c, "outbox_by_line", rest, 0, system, name).stream()
                .map(Found::entry)
                .toList();
    }

    /** Identifies the queue that keeps the requests of one ticket in order; 0 if there is no such request. */
    static long line(Connection c, long id) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT line FROM outbox WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : TicketNames.NONE;
            }
        }
    }
}
