/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.MemberTable.Heartbeat;
import io.vsatlink.store.duty.StoreDuties.Renewal;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Lease;
import io.vsatlink.store.lease.Occupant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** This container's place among those that work with a database. One thread renews it; the rest is thread-safe. */
final class Membership {
    static final Duration LENGTH = Duration.ofSeconds(10);
    static final Duration RENEWED_EVERY = Duration.ofSeconds(2);

    /** What is left of the lease when nothing new is begun: time for a call to leave this container. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private record Standing(Occupant occupant, long endNanos) {}

    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Database database;
    private final Clock ours;
    private final Occupant first;
    private volatile Standing standing;
    private volatile int working;
    private volatile Duration offset = Duration.ZERO;
    private volatile Renewal withRenewal = (connection, run) -> {};

    Membership(Database database, Occupant occupant, Clock ours) {
        this.database = database;
        this.ours = ours;
        this.transactions = new Transactions(database);
        this.clock = new DatabaseClock(database, ours);
        this.first = occupant;
    }

    /** Work that becomes part of each renewal: it shares the lease's fate. */
    void withRenewal(Renewal work) {
        withRenewal = work;
    }

    /** Unique until the lease is lost; empty while there is none. */
    String run() {
        Standing now = standing;
        return now == null ? "" : now.occupant().run();
    }

    /** How many containers worked at the last renewal. */
    int working() {
        return working;
    }

    /** How far our clock was ahead of the database's at the last renewal. */
    Duration clockOffset() {
        return offset;
    }

    /** Whether the lease lasts long enough to begin something, as reckoned from before it was asked for. */
    boolean mayBegin() {
        Standing now = standing;
        return now != null && now.endNanos() - System.nanoTime() > MARGIN.toNanos();
    }

    /** Renews the lease. If it has expired, all duties are lost, and this container begins a new run. */
    void renew() {
        long asked = System.nanoTime();
        Standing before = standing;
        boolean renewed = before != null && renewed(before.occupant().run());
        Occupant occupant = before == null ? first : before.occupant();
        if (!renewed) {
            standing = null;
            occupant = before == null ? first : occupant.again();
            join(occupant);
        }
        standing = new Standing(occupant, asked + LENGTH.toNanos());
    }

    private boolean renewed(String run) {
        return transactions.write("the lease", c -> {
            Instant now = clock.now(c);
            int others = others(c, run, now);
            withRenewal.on(c, run);
            boolean renewed = MemberTable.renew(c, run, heartbeat(now));
            working = others + 1;
            return renewed;
        });
    }

    /**
     * How many other containers work. Asked before this one's row is changed: where readers wait for writers, two containers would
     * wait for each other's.
     */
    private static int others(Connection c, String run, Instant now) throws SQLException {
        return (int) MemberTable.working(c, now).stream()
                .filter(each -> !each.run().equals(run))
                .count();
    }

    private Heartbeat heartbeat(Instant now) {
        offset = Duration.between(now, ours.instant());
        return new Heartbeat(now, now.plus(LENGTH), offset.toMillis());
    }

    private void join(Occupant occupant) {
        database.sessionsOf(occupant.run());
        transactions.write("the lease", c -> {
            // one container at a time
            Lease.requireShareable(c, database, occupant, ours);
            Instant now = clock.now(c);
            MemberTable.removeBefore(c, now.minus(REMEMBERED));
            MemberTable.removeTraces(c);
            working = others(c, occupant.run(), now) + 1;
            end(c, occupant.before(), now);
            MemberTable.remove(c, occupant.run());
            MemberTable.add(c, occupant, heartbeat(now));
            new DutyTable(database.dialect()).add(c, DutyKey.ofRun(occupant.run()), new Owner(occupant.run(), 1), now);
            return null;
        });
    }

    /** Ends the lease: all that this run had is free. */
    void leave(Connection c) throws SQLException {
        end(c, run(), clock.now(c));
    }

    /** Its claims are free a while later, so it remains known until then. */
    private static void end(Connection c, String run, Instant now) throws SQLException {
        MemberTable.end(c, run, now);
        DutyTable.remove(c, DutyKey.ofRun(run));
    }
}
