/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.outbox.OutboxTable.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who may send which request. A claim is void in a database of our own when its process has been started again, or its element; in one
 * that containers share, when its run of a container has ended, and the call that it may have been making. A name alone says nothing there,
 * because two containers may have the same one.
 *
 * @param clock determines when claims end: a fast local clock must not invalidate the claims of others
 * @param run this run of the container; empty in a database of our own
 */
record Claims(OutboxTransactions transactions, OutboxTable table, DatabaseClock clock, Supplier<String> run) {
    /** The result of any void claim: a call may be on its way whose outcome remains unknown. */
    private static final String FREE = "UPDATE outbox SET state = 'WAITING', may_have_arrived = TRUE, lease_end = NULL"
            + " WHERE state = 'CLAIMED' AND ";

    /** Longer than any call takes. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** What is left of a lease when no call is begun: time for it to leave this container. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** One without a run, made elsewhere before a move or an upgrade, is void when it ends. */
    private static final String ABANDONED =
            "claimed_run <> '' AND claimed_run NOT IN (SELECT run FROM member WHERE lease_end > ?)";

    /** Voids those of this element, and of earlier runs of its process that have ended. */
    void startOver(Claimant claimant) {
        String earlier = FREE + "claimed_in = ? AND (claimed_by = ? OR claimed_start <> ?)";
        transactions.write(
                "earlier claims",
                c -> transactions.isShared()
                        ? OutboxTable.update(
                                c,
                                earlier + " AND (claimed_run = ? OR " + ABANDONED + ")",
                                claimant.container(),
                                claimant.element(),
                                claimant.start(),
                                run.get(),
                                clock.now(c))
                        : OutboxTable.update(c, earlier, claimant.container(), claimant.element(), claimant.start()));
    }

    List<Claim> claim(String system, Claimant claimant, int limit, Instant now) {
        if (!transactions.read(system, c -> mayClaim(c, system, now))) {
            return List.of();
        }
        String holder = run.get();
        return transactions.write(
                system,
                c -> claim(c, system, claimant, holder, limit, now),
                (c, made) -> made.isEmpty() || OutboxQueries.isClaimed(c, made.get(0), claimant, holder));
    }

    /** Checked without a write lock, so that a check does not block other writers. */
    private boolean mayClaim(Connection c, String system, Instant now) throws SQLException {
        return !table.select(c, "outbox_by_state", table.due(), 1, system, now, now.plus(Outbox.LONGEST_WAIT))
                        .isEmpty()
                || anyOver(c, system);
    }

    private boolean anyOver(Connection c, String system) throws SQLException {
        String claimed = "system_name = ? AND state = 'CLAIMED' AND ";
        Instant leaseNow = clock.now(c);
        return OutboxTable.any(c, claimed + "lease_end < ?", system, leaseNow)
                || (transactions.isShared()
                        && OutboxTable.any(c, claimed + ABANDONED, system, leaseNow.minus(LONGEST_CALL)));
    }

    private void free(Connection c, String system, Instant leaseNow) throws SQLException {
        OutboxTable.update(c, FREE + "system_name = ? AND lease_end < ?", system, leaseNow);
        if (transactions.isShared()) {
            OutboxTable.update(c, FREE + "system_name = ? AND " + ABANDONED, system, leaseNow.minus(LONGEST_CALL));
        }
    }

    private List<Claim> claim(Connection c, String system, Claimant claimant, String holder, int limit, Instant now)
            throws SQLException {
        Instant leaseNow = clock.now(c);
        if (transactions.isShared() && !mayBegin(c, holder, leaseNow)) {
            return List.of();
        }
        free(c, system, leaseNow);
        List<Claim> made = new ArrayList<>();
        String due = table.due() + transactions.unlocked();
        OutboxQueries queries = new OutboxQueries(table);
        for (Found found : table.select(c, "outbox_by_state", due, limit, system, now, now.plus(Outbox.LONGEST_WAIT))) {
            // asked again: the query may have seen the queue as it was before another container let go of it
            int taken = OutboxTable.update(
                    c,
                    "UPDATE outbox SET state = 'CLAIMED', attempts = attempts + 1, fence = fence + 1, claimed_by = ?,"
                            + " claimed_in = ?, claimed_start = ?, claimed_run = ?, lease_end = ?"
                            + " WHERE id = ? AND state = 'WAITING' AND fence = ?" + table.andFirst("outbox"),
                    claimant.element(),
                    claimant.container(),
                    claimant.start(),
                    holder,
                    leaseNow.plus(claimant.lease()),
                    found.entry().id(),
                    found.fence());
            if (taken == 1) {
                made.add(new Claim(queries.found(c, system, found.entry().id()).orElseThrow(), found.fence() + 1));
            }
        }
        return made;
    }

    /** Whether the claim still stands, and a call may begin for it. */
    boolean mayCall(Claim claim) {
        if (!transactions.isShared()) {
            return true;
        }
        String holder = run.get();
        return transactions.read(
                claim.entry().system(),
                c -> mayBegin(c, holder, clock.now(c))
                        && OutboxTable.any(
                                c,
                                "id = ? AND state = 'CLAIMED' AND fence = ? AND claimed_run = ?",
                                claim.entry().id(),
                                claim.fence(),
                                holder));
    }

    /** In how many containers there are claims. */
    int senders(String system) {
        return transactions.isShared()
                ? transactions.read(system, c -> Math.max(1, senders(c, system, clock.now(c))))
                : 1;
    }

    private static int senders(Connection c, String system, Instant leaseNow) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT COUNT(DISTINCT o.claimed_run) FROM outbox o"
                + " JOIN member m ON m.run = o.claimed_run AND m.lease_end > ?"
                + " WHERE o.system_name = ? AND o.state = 'CLAIMED'")) {
            new UtcTimes().set(select, 1, leaseNow);
            select.setString(2, system);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static boolean mayBegin(Connection c, String run, Instant leaseNow) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT lease_end FROM member WHERE run = ?")) {
            select.setString(1, run);
            try (ResultSet result = select.executeQuery()) {
                return result.next() && new UtcTimes().get(result, 1).isAfter(leaseNow.plus(MARGIN));
            }
        }
    }
}
