/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.jdbc.standby.Standby;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The snapshots that are being read. Thread-safe.
 *
 * <p>On a shared database each container records its own with every renewal of its lease, so that others spare them. What is read for
 * a shorter time is not recorded, and is safe as well: {@link GenerationReads} notices if rows were deleted.
 */
public final class OpenSnapshots {
    private final Transactions transactions;
    private final ReadingPlan plan;
    private final DatabaseClock clock;
    private final KeyOrder keyOrder = new KeyOrder();
    private volatile Standby standby;
    private final Set<JdbcSnapshot> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Used by the thread that renews the lease only. */
    private Recorded recorded = new Recorded("", Set.of());

    private record Recorded(String run, Set<Generation> read) {}

    public OpenSnapshots(Transactions transactions, ReadingPlan plan, DatabaseClock clock) {
        this.transactions = transactions;
        this.plan = plan;
        this.clock = clock;
    }

    /** From now on, {@link #openAnywhere} may read from this standby; null for none. Whoever gives it closes it. */
    public void readFrom(Standby next) {
        standby = next;
    }

    /** Where {@link #openAnywhere} reads, as a text for users. */
    public String source() {
        Standby now = standby;
        return now == null ? "primary" : now.description();
    }

    /** What a person should check about the standby, as a sentence; empty if there is nothing. */
    public Optional<String> warning() {
        Standby now = standby;
        return now == null ? Optional.empty() : now.warning();
    }

    /** Opens a snapshot. Pruning does not search for old rows between the selection of its generations and its registration. */
    public synchronized Snapshot open(String owner) {
        return open(owner, Optional.empty());
    }

    /** Opens a snapshot of the same generations that may read its rows from the standby. */
    public Snapshot openAnywhere(String owner) {
        Standby now = standby;
        Optional<Transactions> elsewhere = now == null ? Optional.empty() : now.reading();
        return open(owner, elsewhere);
    }

    private synchronized Snapshot open(String owner, Optional<Transactions> elsewhere) {
        JdbcSnapshot snapshot = new JdbcSnapshot(transactions, elsewhere, plan, keyOrder, owner, this);
        open.add(snapshot);
        return snapshot;
    }

    /** Records for others what this container is reading, as part of the transaction that renews its lease. */
    public void record(Connection connection, String run) throws SQLException {
        Recorded now = new Recorded(run, generations());
        if (!now.equals(recorded)) {
            // if the transaction fails, it is unknown what is recorded
            recorded = new Recorded("", Set.of());
            SnapshotTable.replace(connection, run, now.read());
            recorded = now;
        }
    }

    private synchronized Set<Generation> generations() {
        Set<Generation> read = new HashSet<>();
        open.forEach(snapshot -> read.addAll(snapshot.generations()));
        return read;
    }

    /**
     * Runs work while no snapshot of an element is open and none can be opened.
     *
     * @throws StoreException if a snapshot of the element is open
     */
    public synchronized void whileUnread(String element, Runnable work) {
        if (open.stream().anyMatch(snapshot -> snapshot.owner().equals(element)) || isReadByOthers(element)) {
            throw new StoreException(
                    "The element " + element + " is being read, for instance by an export; try again later");
        }
        work.run();
    }

    private boolean isReadByOthers(String element) {
        return isShared()
                && transactions.read(
                        "what is being read of " + element, c -> SnapshotTable.any(c, element, clock.now(c)));
    }

    private boolean isShared() {
        return transactions.database().shared();
    }

    synchronized void leave(JdbcSnapshot snapshot) {
        open.remove(snapshot);
    }

    /** The oldest generation of a listing that is being read. */
    public OptionalLong oldest(Slot slot) {
        OptionalLong ours = oldestOfOurs(slot);
        if (!isShared()) {
            return ours;
        }
        OptionalLong others =
                transactions.read("what is being read of " + slot, c -> SnapshotTable.oldest(c, slot, clock.now(c)));
        return LongStream.concat(ours.stream(), others.stream()).min();
    }

    private synchronized OptionalLong oldestOfOurs(Slot slot) {
        return open.stream()
                .filter(snapshot -> snapshot.owner().equals(slot.owner()))
                .flatMap(snapshot -> snapshot.generation(slot.listing()).stream())
                .mapToLong(Generation::number)
                .min();
    }
}
