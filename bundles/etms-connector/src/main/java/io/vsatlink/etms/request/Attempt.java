/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.PacedApi;

/** One attempt to deliver one request, and what of it may have arrived so far. For one thread. */
final class Attempt {
    private final EtmsApi api;
    private final Outbox outbox;
    private final Claim claim;
    private int repeats;
    private boolean arrived;

    Attempt(EtmsApi api, Outbox outbox, Claim claim) {
        this.api = api;
        this.outbox = outbox;
        this.claim = claim;
        this.repeats = claim.entry().repeats();
    }

    EtmsApi api() {
        return api;
    }

    OutboxEntry entry() {
        return claim.entry();
    }

    TicketRequest request() {
        return claim.entry().request();
    }

    /** Whether ETMS has to be asked before anything is made. */
    boolean mayHaveArrived() {
        return claim.entry().mayHaveArrived();
    }

    /** Whether there was an attempt before: what ETMS said that it turned away it may have taken all the same. */
    boolean again() {
        return mayHaveArrived() || claim.entry().attempts() > 1;
    }

    /**
     * Before each call that makes something new. The first may leave at once; one that may repeat another is counted before
     * it does, and there is an end to it whatever ETMS says and whatever becomes of us.
     *
     * @param what is not found at ETMS, for people
     */
    void making(String what) throws NotDelivered {
        if (!mayHaveArrived()) {
            return;
        }
        if (repeats >= DeliveryPolicy.REPEATS) {
            throw new NotDelivered(Failure.refused("ETMS may have created " + what
                    + " but does not find it; the request is not repeated until a person has checked"));
        }
        count(repeats + 1);
    }

    /** It was made, ETMS says: whatever is found of it, it is not made again. */
    void made() {
        arrived = true;
        count(DeliveryPolicy.REPEATS);
    }

    private void count(int now) {
        if (!outbox.repeating(claim, now)) {
            // somebody else has the request now
            throw new PacedApi.NotSent();
        }
        repeats = now;
    }

    /** How often it was made again, this attempt included. */
    int repeats() {
        return repeats;
    }

    /** Some of the request is at ETMS, or may be, whatever becomes of the rest. */
    void mayArrive() {
        arrived = true;
    }

    boolean arrived() {
        return arrived;
    }
}
