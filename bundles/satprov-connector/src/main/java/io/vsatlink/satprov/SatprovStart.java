/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.satprov.poll.PollQueue;
import java.util.function.BooleanSupplier;

/** How the clock of an element begins. */
final class SatprovStart {
    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final BooleanSupplier settled;
    private boolean recalled;

    /** @param settled whether the settings are complete */
    SatprovStart(ConnectionGate<VendorClient> gate, PollQueue queue, BooleanSupplier settled) {
        this.gate = gate;
        this.queue = queue;
        this.settled = settled;
    }

    /** Begins as soon as the database is open and the settings are complete. */
    boolean begin() {
        // takes as long as opening the database, so both run in parallel
        gate.prepare();
        if (!recalled) {
            queue.recall();
            recalled = true;
        }
        if (!settled.getAsBoolean()) {
            return false;
        }
        gate.start();
        return true;
    }
}
