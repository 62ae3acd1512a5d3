/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.planned.CircuitColumns;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.remote.failure.VendorException;
import java.time.Clock;
import java.util.Optional;

/** Decides about the requests of a backend. Thread-safe. */
public final class Hygiene {
    private final Waiting waiting;
    private final SecondTicket second;
    private final PlannedWork planned;
    private volatile HygieneRules rules;

    public Hygiene(Outbox outbox, TicketMirror mirror, Clock clock, PlannedWork planned, CircuitColumns circuits) {
        this.waiting = new Waiting(outbox, clock, planned, circuits);
        this.second = new SecondTicket(outbox, mirror);
        this.planned = planned;
    }

    /** Returns whether others were in force, which is unknown at the start. */
    public boolean use(HygieneRules next) {
        boolean changed = !next.equals(rules);
        planned.use(next.plannedWork());
        rules = next;
        return changed;
    }

    /**
     * @param api to ask for a ticket that may exist already; the caller handles its failures as those of a delivery
     */
    public Decision decide(Claim claim, EtmsApi api) throws VendorException {
        HygieneRules now = rules;
        OutboxEntry entry = claim.entry();
        if (entry.request().kind() != RequestKind.SUBMIT || now.equals(HygieneRules.NONE) || mayExist(entry, api)) {
            return new Decision.Send();
        }
        Optional<Decision> later = waiting.decide(claim, now);
        return later.isPresent() ? later.get() : second.decide(entry, now, api);
    }

    /** To be called when a request has ended: another may wait for it. */
    public void ended(OutboxEntry entry) {
        if (entry.request().kind() == RequestKind.SUBMIT && rules.mayNote()) {
            second.next(entry);
        }
    }

    /** Whether ETMS has the ticket, or it is unclear; then only a delivery may go on. */
    private static boolean mayExist(OutboxEntry entry, EtmsApi api) throws VendorException {
        return entry.mayHaveArrived()
                && !(api.ticketByExternalId(entry.request().reference()) instanceof Lookup.Absent);
    }
}
