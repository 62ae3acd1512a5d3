/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of claims. Each change names its claim by the fence number: it has no effect if another claim followed. */
record Outcomes(OutboxTransactions transactions, OutboxTable table, TicketNames names, OutboxCopy copy) {
    private static final int LONGEST_ERROR = 2_000;

    boolean repeating(Claim claim, int repeats) {
        boolean held = transactions.write(
                claim.entry().system(),
                c -> OutboxTable.update(
                                c,
                                "UPDATE outbox SET repeats = ? WHERE id = ? AND state = 'CLAIMED' AND fence = ?",
                                repeats,
                                claim.entry().id(),
                                claim.fence())
                        == 1);
        if (held) {
            copy.repeating(claim.entry(), repeats);
        }
        return held;
    }

    boolean delivered(Claim claim, String ticketId, String remark, Instant now) {
        String stored = stored(remark);
        String system = claim.entry().system();
        String changes = "may_have_arrived = FALSE, delivered_at = ?";
        boolean held = transactions.write(
                system,
                c -> {
                    // first, because a claim of another container also locks the queue before the request
                    long line = names.lockFor(c, system, claim.entry().id(), ticketId);
                    boolean concluded = conclude(c, claim, RequestState.DELIVERED, stored, changes, now);
                    if (concluded) {
                        names.learn(c, system, line, ticketId);
                    }
                    return concluded;
                },
                (c, done) -> !done || OutboxQueries.isConcluded(c, claim, RequestState.DELIVERED, stored));
        if (held) {
            copy.over(claim.entry().key());
        }
        return held;
    }

    boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        return mayHaveArrived
                ? conclude(claim, RequestState.WAITING, error, "next_attempt_at = ?, may_have_arrived = TRUE", at)
                : conclude(
                        claim,
                        RequestState.WAITING,
                        error,
                        "next_attempt_at = ?, repeats = ?",
                        at,
                        claim.entry().repeats());
    }

    boolean postpone(Claim claim, Instant at, String reason) {
        return conclude(claim, RequestState.WAITING, reason, "next_attempt_at = ?, attempts = attempts - 1", at);
    }

    boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason, Instant now) {
        String system = claim.entry().system();
        String stored = stored(reason);
        boolean held = transactions.write(
                system,
                c -> {
                    names.lockFor(c, system, claim.entry().id(), "");
                    boolean concluded = conclude(
                            c,
                            claim,
                            RequestState.DISCARDED,
                            stored,
                            "next_attempt_at = ?, attempts = attempts - 1",
                            now);
                    for (OutboxEntry each : concluded ? behind : List.<OutboxEntry>of()) {
                        OutboxTable.update(
                                c,
                                "UPDATE outbox SET state = 'DISCARDED', last_error = ?, next_attempt_at = ?"
                                        + " WHERE id = ? AND state = 'WAITING'",
                                stored,
                                now,
                                each.id());
                    }
                    return concluded;
                },
                (c, done) -> !done || OutboxQueries.isConcluded(c, claim, RequestState.DISCARDED, stored));
        if (held) {
            copy.over(claim.entry().key());
            behind.forEach(each -> copy.over(each.key()));
        }
        return held;
    }

    boolean block(Claim claim, String error, boolean mayHaveArrived) {
        return conclude(
                claim,
                RequestState.BLOCKED,
                error,
                "may_have_arrived = ?",
                mayHaveArrived || claim.entry().mayHaveArrived());
    }

    private boolean conclude(Claim claim, RequestState state, String error, String changes, Object... values) {
        String stored = stored(error);
        return transactions.write(
                claim.entry().system(),
                c -> conclude(c, claim, state, stored, changes, values),
                (c, held) -> !held || OutboxQueries.isConcluded(c, claim, state, stored));
    }

    private static boolean conclude(
            Connection c, Claim claim, RequestState state, String error, String changes, Object... values)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(state.name(), error));
        parameters.addAll(List.of(values));
        parameters.addAll(List.of(claim.entry().id(), claim.fence()));
        return OutboxTable.update(
                        c,
                        "UPDATE outbox SET state = ?, last_error = ?, " + changes
                                + ", lease_end = NULL WHERE id = ? AND state = 'CLAIMED' AND fence = ?",
                        parameters.toArray())
                == 1;
    }

    /** The beginning, as the database can store it. */
    private String stored(String error) {
        return table.dialect().stored(error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
    }
}
