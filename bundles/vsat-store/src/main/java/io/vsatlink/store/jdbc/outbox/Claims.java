/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.store.dialect.DatabaseClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * When a claim is void. In a database of our own, when its process has been started again, or its element. In one that containers share,
 * when its run of a container has ended, and the call that it may have been making; a name alone says nothing there, because two containers
 * may have the same one.
 *
 * @param run this run of the container; empty in a database of our own
 */
record Claims(DatabaseClock clock, Supplier<String> run) {
    /** The result of any void claim: a call may be on its way whose outcome remains unknown. */
    private static final String FREE = "UPDATE outbox SET state = 'WAITING', may_have_arrived = TRUE, lease_end = NULL"
            + " WHERE state = 'CLAIMED' AND ";

    /** Longer than any call takes. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** One without a run, made elsewhere before a move or an upgrade, is void when it ends. */
    private static final String ABANDONED =
            "claimed_run <> '' AND claimed_run NOT IN (SELECT run FROM member WHERE lease_end > ?)";

    /** Voids those of this element, and of earlier runs of its process that have ended. */
    int startOver(Connection c, Claimant claimant) throws SQLException {
        String earlier = "claimed_in = ? AND (claimed_by = ? OR claimed_start <> ?)";
        return isShared()
                ? OutboxTable.update(
                        c,
                        FREE + earlier + " AND (claimed_run = ? OR " + ABANDONED + ")",
                        claimant.container(),
                        claimant.element(),
                        claimant.start(),
                        run.get(),
                        clock.now(c))
                : OutboxTable.update(c, FREE + earlier, claimant.container(), claimant.element(), claimant.start());
    }

    /** Whether any claim of the system is void. */
    boolean anyOver(Connection c, String system) throws SQLException {
        String claimed = "system_name = ? AND state = 'CLAIMED' AND ";
        return OutboxTable.any(c, claimed + "lease_end < ?", system, clock.now(c))
                || (isShared()
                        && OutboxTable.any(
                                c, claimed + ABANDONED, system, clock.now(c).minus(LONGEST_CALL)));
    }

    /** Frees what the void claims of the system hold. */
    void free(Connection c, String system) throws SQLException {
        OutboxTable.update(c, FREE + "system_name = ? AND lease_end < ?", system, clock.now(c));
        if (isShared()) {
            OutboxTable.update(
                    c,
                    FREE + "system_name = ? AND " + ABANDONED,
                    system,
                    clock.now(c).minus(LONGEST_CALL));
        }
    }

    private boolean isShared() {
        return clock.database().shared();
    }
}
