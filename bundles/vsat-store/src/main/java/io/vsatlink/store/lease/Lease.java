/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.runtime.ThreadsEnd;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.lease.LeaseTables.Owner;
import io.vsatlink.store.lease.LeaseTables.Seen;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sole use of a database, as moving all of it needs: nobody else works with it, or begins to. Thread-safe. */
public final class Lease implements Fence, AutoCloseable {
    /** The first schema version with the tables of those who work with a database. */
    public static final int SCHEMA = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final LeaseTables tables;
    private final Occupant occupant;
    private final DatabaseClock clock;
    private final ScheduledThreadPoolExecutor renewing;
    private volatile Owner owner;
    private volatile String lost = "";

    private Lease(Database database, Occupant occupant, Clock ours) {
        this.database = database;
        this.tables = new LeaseTables(database.dialect());
        this.occupant = occupant;
        this.clock = new DatabaseClock(database, ours);
        this.renewing = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "vsatlink-lease");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws StoreException with the names of the other containers if any use the database */
    public static Lease take(Database database, Occupant occupant, Clock ours) {
        Lease lease = new Lease(database, occupant, ours);
        lease.take();
        return lease;
    }

    private void take() {
        try {
            owner = transaction(this::take);
        } catch (SQLException e) {
            database.failed(e);
            throw new StoreException(
                    "The database (" + database.description() + ") cannot be opened: "
                            + database.dialect().meaning(e).orElse(e.getMessage()),
                    e);
        }
        if (database.shared()) {
            long pause = RENEWED_EVERY.toMillis();
            var unused = renewing.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private Owner take(Connection c) throws SQLException {
        // checked before anything is locked: a waiting container must not block the other one
        requireFree(c);
        tables.lock(c, clock.now(c));
        requireFree(c);
        Instant now = clock.now(c);
        long fence = tables.owner(c).map(Owner::fence).orElse(0L) + 1;
        Owner next = new Owner(occupant.run(), fence);
        tables.setOwner(c, next, now);
        tables.removeContainers(c);
        tables.addContainer(c, occupant, now.plus(LENGTH));
        return next;
    }

    /**
     * Admits a container that shares the database, as part of the transaction in which it says so.
     *
     * @throws StoreException with the name of the other container if one has the database for itself
     */
    public static void requireShareable(Connection c, Database database, Occupant occupant, Clock ours)
            throws SQLException {
        Lease lease = new Lease(database, occupant, ours);
        lease.tables.lock(c, lease.clock.now(c));
        lease.requireNoOwner(c);
    }

    private void requireFree(Connection c) throws SQLException {
        if (!database.shared()) {
            return;
        }
        requireNoOwner(c);
        List<Seen> members = tables.members(c, clock.now(c)).stream()
                .filter(each -> !isOurs(each.run()))
                .toList();
        if (!members.isEmpty()) {
            throw new StoreException("The database (" + database.description() + ") is used by other containers ("
                    + members.stream().map(Lease::told).collect(Collectors.joining("; ")) + "); stop them first");
        }
    }

    private void requireNoOwner(Connection c) throws SQLException {
        Optional<Seen> other = otherOwner(c);
        if (other.isPresent() && goesOn(c, other.get())) {
            throw new StoreException("The database (" + database.description()
                    + ") cannot be opened: another container (" + told(other.get())
                    + ") has it for itself, to move its data; it is free when that is done");
        }
    }

    private boolean goesOn(Connection c, Seen other) throws SQLException {
        Instant now = clock.now(c);
        Instant end = other.leaseEnd();
        if (!end.isAfter(now.plus(LENGTH).plus(LENGTH))) {
            return end.isAfter(now);
        }
        // the database's clock was set back: a live container renews its lease by the new time
        await(RENEWED_EVERY.plus(RENEWED_EVERY));
        return tables.container(c, other.run())
                .filter(seen -> !seen.leaseEnd().equals(end))
                .isPresent();
    }

    private static void await(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("The database cannot be opened: the store is stopping", e);
        }
    }

    private Optional<Seen> otherOwner(Connection c) throws SQLException {
        Optional<Owner> current = tables.owner(c).filter(each -> !isOurs(each.run()));
        return current.isEmpty()
                ? Optional.empty()
                : tables.container(c, current.get().run());
    }

    /** The run before is ours if it could not give the database back, or the answer to its commit was lost. */
    private boolean isOurs(String run) {
        return run.equals(occupant.run()) || run.equals(occupant.before());
    }

    private static String told(Seen container) {
        return container.name() + ", since " + container.startedAt();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = database.connect()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    T result = work.on(connection);
                    connection.commit();
                    return result;
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || !database.dialect().retriable(e)) {
                        throw e;
                    }
                } finally {
                    connection.rollback();
                }
            }
        }
    }

    private void renew() {
        try {
            transaction(c -> {
                boolean renewed = isOurs(tables.owner(c))
                        && tables.renew(c, occupant.run(), clock.now(c).plus(LENGTH));
                return renewed ? null : lose(c);
            });
        } catch (SQLException e) {
            // the next renewal or transaction shows more; the database is ours until a takeover
            LOG.debug("The lease of {} was not renewed", database.description(), e);
        } catch (RuntimeException e) {
            LOG.error("The lease of {} was not renewed", database.description(), e);
        }
    }

    private boolean isOurs(Optional<Owner> current) {
        return current.isPresent() && current.get().equals(owner);
    }

    private Void lose(Connection c) throws SQLException {
        Optional<Seen> other = otherOwner(c);
        lost = "Another container (" + other.map(Lease::told).orElse("already gone")
                + ") has taken this database over (" + database.description()
                + "), because this one did not renew its lease for "
                + LENGTH.toSeconds() + " seconds";
        renewing.shutdown();
        return null;
    }

    @Override
    public void requireOurs() {
        if (!lost.isEmpty()) {
            throw new StoreException(lost);
        }
    }

    @Override
    public void beforeWriting(Connection connection) throws SQLException {
        if (database.shared()) {
            requireOurs(connection, tables.ownerUntilTheEnd(connection));
        }
    }

    @Override
    public void beforeWritingAlone(Connection connection) throws SQLException {
        if (database.shared()) {
            tables.lock(connection, clock.now(connection));
            requireOurs(connection, tables.owner(connection));
        }
    }

    private void requireOurs(Connection connection, Optional<Owner> current) throws SQLException {
        if (!isOurs(current)) {
            lose(connection);
        }
        requireOurs();
    }

    /** A sentence that another container has taken over; empty if none is known to have. */
    Optional<String> lost() {
        return Optional.of(lost).filter(sentence -> !sentence.isEmpty());
    }

    /** Gives the database back. Never throws: if that fails, the lease expires. */
    @Override
    public void close() {
        ThreadsEnd.of(renewing, "The renewal of the lease");
        try {
            transaction(c -> {
                tables.leave(c, owner);
                return null;
            });
        } catch (SQLException e) {
            LOG.debug("The lease of {} will expire", database.description(), e);
        }
    }
}
