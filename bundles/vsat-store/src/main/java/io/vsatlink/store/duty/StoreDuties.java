/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The duties of one container, and the fences of those who write for them. Thread-safe. */
public interface StoreDuties extends Duties, AutoCloseable {

    static StoreDuties of(Database database, Occupant occupant, Clock ours) {
        return database.shared() ? new JdbcDuties(database, occupant, ours) : new OwnDuties(occupant, ours);
    }

    /**
     * Takes a duty at once, to write to the store.
     *
     * @throws io.vsatlink.api.store.StoreException with the name of the other container if that has it
     */
    Duty hold(DutyKind kind, String subject);

    /** {@link #hold}; empty if another container has it. */
    Optional<Duty> tryHold(DutyKind kind, String subject);

    /** The fence for transactions that write for this duty. */
    Fence fence(DutyKind kind, String subject);

    /** The fence for transactions that need no duty: this run's lease has not been given up. */
    Fence fence();

    /** Work that shares the fate of a lease: it is part of the transaction that renews it. */
    interface Renewal {
        void on(Connection connection, String run) throws SQLException;
    }

    /** This run of the container, unique until its lease is lost; empty if nobody else looks, or there is no lease. */
    String run();

    /** Adds work to each renewal of the lease, if there is one. */
    void withRenewal(Renewal work);

    /** See {@link io.vsatlink.api.duty.Containers#all}. */
    List<Container> containers();

    /** This container among them, at the last renewal of its lease. Does not wait. */
    Presence presence();

    /** What a person should check, as a sentence; empty if there is nothing. */
    Optional<String> warning();

    /** Gives all duties back. */
    @Override
    void close();
}
