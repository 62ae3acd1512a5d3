/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import java.time.Clock;

/** The duties of one container, and the fences of those who write for them. Thread-safe. */
public interface StoreDuties extends Duties, AutoCloseable {

    static StoreDuties of(Database database, Occupant occupant, Clock ours) {
        return database.shared() ? new JdbcDuties(database, occupant, ours) : new OwnDuties(occupant.name());
    }

    /**
     * Takes a duty at once, to write to the store.
     *
     * @throws io.vsatlink.api.store.StoreException with the name of the other container if that has it
     */
    Duty hold(DutyKind kind, String subject);

    /** The fence for transactions that write for this duty. */
    Fence fence(DutyKind kind, String subject);

    /** Gives all duties back. */
    @Override
    void close();
}
