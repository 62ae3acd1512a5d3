/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.outbox.OutboxLine.Accepted;
import io.vsatlink.store.jdbc.outbox.OutboxTable.Found;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests enter the outbox: accepted from callers, or recovered from the copy. */
record Acceptance(OutboxTransactions transactions, OutboxTable table, TicketNames names, OutboxCopy copy) {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    /** Returns the request, or the earlier one that it repeats. Of simultaneous equal ones, the database lets one be the first. */
    OutboxEntry accept(Accepted accepting) {
        OutboxEntry entry = transactions.write(accepting.system(), c -> {
            Optional<OutboxEntry> first = first(c, accepting);
            return first.isPresent() ? first.get() : insert(c, accepting, false);
        });
        if (entry.key().equals(accepting.key())) {
            copy.accepted(entry);
        }
        return entry;
    }

    /** The earlier request that this one repeats. */
    private Optional<OutboxEntry> first(Connection c, Accepted kept) throws SQLException {
        List<String> unique = OutboxTable.unique(kept.request(), kept.key());
        return table
                .select(c, "outbox_by_unique_key", table.first(), 1, unique.get(0), unique.get(1), kept.system())
                .stream()
                .map(Found::entry)
                .findFirst();
    }

    private OutboxEntry insert(Connection c, Accepted kept, boolean mayHaveArrived) throws SQLException {
        TicketRequest request = kept.request();
        long line = names.line(c, kept.system(), request.reference(), kept.ticketId());
        // what waits for a reason of ours is decided again, because this request may be the end of its reason
        OutboxTable.update(
                c,
                "UPDATE outbox SET next_attempt_at = ? WHERE line = ? AND state = 'WAITING' AND attempts = 0"
                        + " AND last_error <> '' AND next_attempt_at > ?",
                kept.createdAt(),
                line,
                kept.createdAt());
        long id = table.insert(c, kept, line, mayHaveArrived);
        return new OutboxQueries(table).found(c, kept.system(), id).orElseThrow();
    }

    /** Takes requests that the database lacks from the copy, and rewrites the copy. A database that others reach has none. */
    void recover() {
        if (transactions.isShared()) {
            return;
        }
        Collection<Accepted> kept = copy.read();
        List<OutboxEntry> open = transactions.write("all systems", c -> {
            for (Accepted each : kept) {
                if (first(c, each).isEmpty()) {
                    OutboxEntry recovered = insert(c, each, true);
                    LOG.warn("Request {} of {} was recovered from the copy", recovered.id(), recovered.system());
                }
            }
            return table
                    .select(c, "outbox_by_line", "WHERE o.state IN " + OutboxTable.OPEN + " ORDER BY o.id", 0)
                    .stream()
                    .map(Found::entry)
                    .toList();
        });
        copy.replace(open);
    }
}
