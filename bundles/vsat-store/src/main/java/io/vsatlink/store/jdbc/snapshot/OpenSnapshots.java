/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.standby.Standby;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The snapshots that are in use, so that pruning keeps their rows. Thread-safe. */
public final class OpenSnapshots {
    private final Transactions transactions;
    private final ReadingPlan plan;
    private final KeyOrder keyOrder = new KeyOrder();
    private volatile Standby standby;
    private final Set<JdbcSnapshot> open = Collections.newSetFromMap(new IdentityHashMap<>());

    public OpenSnapshots(Transactions transactions, ReadingPlan plan) {
        this.transactions = transactions;
        this.plan = plan;
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

    /**
     * Runs work while no snapshot of an element is open and none can be opened.
     *
     * @throws StoreException if a snapshot of the element is open
     */
    public synchronized void whileUnread(String element, Runnable work) {
        if (open.stream().anyMatch(snapshot -> snapshot.owner().equals(element))) {
            throw new StoreException(
                    "The element " + element + " is being read, for instance by an export; try again later");
        }
        work.run();
    }

    synchronized void leave(JdbcSnapshot snapshot) {
        open.remove(snapshot);
    }

    /** The oldest generation of a dataset that is being read. */
    public synchronized OptionalLong oldest(Slot slot) {
        return open.stream()
                .filter(snapshot -> snapshot.owner().equals(slot.owner()))
                .flatMap(snapshot -> snapshot.generation(slot.listing()).stream())
                .mapToLong(Generation::number)
                .min();
    }
}
