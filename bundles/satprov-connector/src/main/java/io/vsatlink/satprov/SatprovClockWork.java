package io.vsatlink.satprov;

import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.ProfileWatch;
import io.vsatlink.satprov.poll.PollQueue;
import java.util.function.BooleanSupplier;

/** What the clock of an element does: how it begins, and what it looks at from then on. */
final class SatprovClockWork {
    private final ConnectionGate<VendorClient> gate;
    private final PollQueue queue;
    private final ProfileWatch profile;
    private final BooleanSupplier settled;
    private boolean recalled;

    /** @param settled whether the settings are all there */
    SatprovClockWork(
            ConnectionGate<VendorClient> gate, PollQueue queue, ProfileWatch profile, BooleanSupplier settled) {
        this.gate = gate;
        this.queue = queue;
        this.profile = profile;
        this.settled = settled;
    }

    /** Begins as soon as the database is open and the settings are all there. */
    boolean begin() {
        // building it takes as long as opening the database, beside which it is done
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

    void tick() {
        profile.look();
        gate.tick();
        queue.pollDue();
    }
}
