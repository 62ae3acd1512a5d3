/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import java.util.Optional;

/**
 * An element's place as the frontend of a system. Of the elements of a container, the first one that asks has it; of the containers that
 * share a database, one at a time. Thread-safe.
 */
public final class Seat {
    private final FrontendSeats seats;
    private final Duties duties;
    private final String element;
    private final Runnable changed;
    private String system = "";
    private Duty duty;
    private Optional<String> rival = Optional.empty();

    /** @param changed called soon after this container has begun or ceased to be the one */
    public Seat(FrontendSeats seats, Duties duties, String element, Runnable changed) {
        this.seats = seats;
        this.duties = duties;
        this.element = element;
        this.changed = changed;
    }

    /**
     * Asks for the place, and gives up that of another system.
     *
     * @param wanted empty for none
     * @return whether the element may work for the system now
     */
    synchronized boolean claim(String wanted) {
        rival = seats.take(wanted, element);
        String granted = rival.isEmpty() ? wanted : "";
        if (!granted.equals(system)) {
            withdraw();
            system = granted;
            duty = granted.isEmpty() ? null : duties.apply(DutyKind.FRONT, granted, changed);
        }
        return duty != null && duty.ours();
    }

    /** The element of this container that has the place instead. */
    synchronized Optional<String> rival() {
        return rival;
    }

    /** The other container that works for the system; empty if none is known to. */
    synchronized String elsewhere() {
        return duty == null || duty.ours() ? "" : duty.holder();
    }

    synchronized void leave() {
        seats.leave(element);
        withdraw();
        system = "";
        duty = null;
    }

    private void withdraw() {
        if (duty != null) {
            duty.close();
        }
    }
}
