/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.store.duty.DutyTransactions;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Allows one writer per listing at a time. Thread-safe. */
public final class GenerationWriters {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationWriters.class);

    private final DutyTransactions transactions;
    private final Clock clock;
    private final Map<Slot, Duty> writing = new ConcurrentHashMap<>();

    public GenerationWriters(DutyTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws StoreException also if another poll is writing the listing */
    public GenerationWriter open(Slot slot) {
        return open(slot, false);
    }

    /**
     * Opens the next generation for what changed.
     *
     * @throws StoreException also if there is none yet, or another poll is writing the listing
     */
    public GenerationWriter openChanges(Slot slot) {
        if (current(slot).isEmpty()) {
            throw new StoreException(slot + " has no generation that could change");
        }
        return open(slot, true);
    }

    private GenerationWriter open(Slot slot, boolean onlyChanges) {
        reserve(slot);
        boolean opened = false;
        try {
            GenerationWriter writer =
                    new JdbcGenerationWriter(transactions(slot), slot, clock, onlyChanges, () -> release(slot));
            opened = true;
            return writer;
        } finally {
            if (!opened) {
                release(slot);
            }
        }
    }

    public Optional<Generation> current(Slot slot) {
        return transactions.transactions().read(slot.toString(), c -> GenerationTable.current(c, slot));
    }

    public Optional<Generation> held(Slot slot) {
        return transactions.transactions().read(slot.toString(), c -> HeldTable.find(c, slot));
    }

    /** @throws StoreException also if no generation is held, or a poll is writing the listing */
    public Generation acceptHeld(Slot slot) {
        reserve(slot);
        try {
            return transactions(slot)
                    .write(
                            slot.toString(),
                            c -> HeldTable.publish(c, slot, clock.instant()),
                            (c, accepted) -> GenerationTable.current(c, slot).equals(accepted))
                    .orElseThrow(() -> new StoreException("nothing is held for " + slot));
        } finally {
            release(slot);
        }
    }

    /**
     * Runs work while none of these listings is being written and no new writer can start.
     *
     * @throws StoreException if a poll is writing one of them
     */
    public long whileUnwritten(Collection<Slot> slots, LongSupplier work) {
        List<Slot> reserved = new ArrayList<>();
        try {
            for (Slot slot : slots) {
                reserve(slot);
                reserved.add(slot);
            }
            return work.getAsLong();
        } finally {
            reserved.forEach(this::release);
        }
    }

    /**
     * Completes removals that a crash interrupted. If a poll is writing the dataset again, it has completed the removal itself.
     */
    public void finishRemovals() {
        for (Slot slot : transactions.transactions().read("what is being removed", RemovedDataset::marked)) {
            try {
                reserve(slot);
            } catch (StoreException e) {
                LOG.debug("{}: whoever writes it completes its removal", slot, e);
                continue;
            }
            try {
                new RemovedDataset(transactions(slot), slot).finish();
            } finally {
                release(slot);
            }
        }
    }

    private void reserve(Slot slot) {
        Duty duty = transactions.duties().hold(kind(slot), slot.owner());
        if (writing.putIfAbsent(slot, duty) != null) {
            duty.close();
            throw new StoreException(slot + " is being written by another poll");
        }
    }

    private void release(Slot slot) {
        writing.remove(slot).close();
    }

    private Transactions transactions(Slot slot) {
        return transactions.under(kind(slot), slot.owner());
    }

    private static DutyKind kind(Slot slot) {
        return slot.listing() == TicketListing.TICKETS ? DutyKind.FRONT : DutyKind.POLL;
    }
}
