/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.satprov.poll.PollQueue;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What the clock of an element does: it begins, and polls while this container is the one that polls the element. While another
 * one does, it shows what that one has recorded.
 */
final class SatprovStart {
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(30);

    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final BooleanSupplier settled;
    private final Runnable errands;
    private final LongSupplier nanoTime;
    private boolean recalled;
    private boolean polling;
    private long lookedAt;

    /**
     * @param settled whether the settings are complete
     * @param errands does what was asked for in other containers
     * @param nanoTime monotonic
     */
    SatprovStart(
            ConnectionGate<VendorClient> gate,
            PollQueue queue,
            BooleanSupplier settled,
            Runnable errands,
            LongSupplier nanoTime) {
        this.gate = gate;
        this.queue = queue;
        this.settled = settled;
        this.errands = errands;
        this.nanoTime = nanoTime;
    }

    /** Begins as soon as the database is open and the settings are complete. */
    boolean begin() {
        // takes as long as opening the database, so both run in parallel
        gate.prepare();
        if (!recalled) {
            recall();
            recalled = true;
        }
        if (!settled.getAsBoolean()) {
            return false;
        }
        if (queue.ours()) {
            polling = true;
            gate.start();
        }
        return true;
    }

    /** Queues what is due, if this container polls the element. */
    void tick() {
        if (queue.ours()) {
            if (!polling) {
                recall();
                polling = true;
                if (gate.client().isEmpty()) {
                    gate.start();
                }
            }
            errands.run();
            queue.pollDue();
        } else {
            polling = false;
            if (!queue.elsewhere().isEmpty() && nanoTime.getAsLong() - lookedAt > LOOKED_EVERY.toNanos()) {
                recall();
            }
        }
    }

    private void recall() {
        queue.recall();
        lookedAt = nanoTime.getAsLong();
    }
}
