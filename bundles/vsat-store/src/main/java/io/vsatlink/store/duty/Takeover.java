/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.MemberTable.Member;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes duties that are free, or whose container's lease has ended. */
record Takeover(Transactions transactions, DutyTable table, DatabaseClock clock) {

    /** Time for the preferred container to take a duty. */
    private static final Duration ANYBODYS_AFTER = Duration.ofSeconds(5);

    /**
     * Who has the duty now.
     *
     * @param ours this container's ownership; null if it does not have the duty
     * @param holder the name of the other container; empty if none has it
     */
    record Answer(Owner ours, String holder) {}

    /** @param atOnce even if another container is preferred */
    Answer take(Post post, String run, boolean atOnce) {
        return transactions.write(post.key().toString(), c -> {
            // checked before anything is locked: whoever waits must not hold up the one that works
            Optional<Member> other = otherHolder(c, post.key(), run);
            if (other.isPresent()) {
                return new Answer(null, other.get().name());
            }
            return atOnce || isOurTurn(c, post, run) ? taken(c, post.key(), run) : new Answer(null, "");
        });
    }

    private boolean isOurTurn(Connection c, Post post, String run) throws SQLException {
        return Preference.isFirst(run, post.key(), MemberTable.working(c, clock.now(c)))
                || post.freeFor(ANYBODYS_AFTER);
    }

    private Answer taken(Connection c, DutyKey key, String run) throws SQLException {
        Optional<Owner> before = table.owner(c, key);
        if (before.isEmpty()) {
            Owner first = new Owner(run, 1);
            table.add(c, key, first, clock.now(c));
            return new Answer(first, "");
        }
        String former = before.get().run();
        if (!former.isEmpty() && !former.equals(run)) {
            // its lease has ended for good; a suspended one would keep its locks until it goes on
            table.dialect().endSessions(c, former);
        }
        table.lock(c, key);
        before = table.owner(c, key);
        // or the present holder would renew its lease after we have found it expired
        MemberTable.lock(c, before.orElseThrow().run());
        Optional<Member> other = otherHolder(c, key, run);
        if (other.isPresent()) {
            return new Answer(null, other.get().name());
        }
        Owner next = new Owner(run, before.orElseThrow().fence() + 1);
        table.setOwner(c, key, next, clock.now(c));
        return new Answer(next, "");
    }

    /** The other container that has the duty, and has renewed its lease. */
    private Optional<Member> otherHolder(Connection c, DutyKey key, String run) throws SQLException {
        Optional<Owner> owner = table.owner(c, key);
        if (owner.isEmpty() || owner.get().run().equals(run)) {
            return Optional.empty();
        }
        Instant now = clock.now(c);
        // a lease that ends later than any can was renewed before the database's clock was set back
        Instant latest = now.plus(Membership.LENGTH).plus(Membership.LENGTH);
        return MemberTable.find(c, owner.get().run())
                .filter(each -> each.leaseEnd().isAfter(now) && !each.leaseEnd().isAfter(latest));
    }
}
