/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.OptionalLong;
import java.util.Set;

/** The snapshots that are in use, so that pruning keeps their rows. Thread-safe. */
public final class OpenSnapshots {
    private final Transactions transactions;
    private final ReadingPlan plan;
    private final KeyOrder keyOrder = new KeyOrder();
    private final Set<JdbcSnapshot> open = Collections.newSetFromMap(new IdentityHashMap<>());

    public OpenSnapshots(Transactions transactions, ReadingPlan plan) {
        this.transactions = transactions;
        this.plan = plan;
    }

    /** Opens a snapshot. Pruning does not search for old rows between the selection of its generations and its registration. */
    public synchronized Snapshot open(String owner) {
        JdbcSnapshot snapshot = new JdbcSnapshot(transactions, plan, keyOrder, owner, this);
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
