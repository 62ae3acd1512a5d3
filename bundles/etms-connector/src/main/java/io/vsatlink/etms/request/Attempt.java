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

/** One attempt to deliver one request, and how much of it may have arrived. For one thread. */
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

    /** Whether ETMS must be queried before anything is created. */
    boolean mayHaveArrived() {
        return claim.entry().mayHaveArrived();
    }

    /** Whether there was an attempt before: ETMS may have accepted a request although it reported a rejection. */
    boolean again() {
        return mayHaveArrived() || claim.entry().attempts() > 1;
    }

    /**
     * To be called before each call that creates something new. The first one may be sent immediately. One that may repeat
     * another is counted before it is sent, so the number of repetitions is limited whatever ETMS returns, even if the process
     * dies.
     *
     * @param what the thing that ETMS does not find, for the sentence that users read
     * @throws NotDelivered if the limit is reached
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

    /** ETMS reports that it was created: it is not created again, even if it is not found. */
    void made() {
        arrived = true;
        count(DeliveryPolicy.REPEATS);
    }

    private void count(int now) {
        if (!outbox.repeating(claim, now)) {
            // another process has the request now
            throw new PacedApi.NotSent();
        }
        repeats = now;
    }

    /** The number of repetitions, this attempt included. */
    int repeats() {
        return repeats;
    }

    /** A part of the request has arrived at ETMS, or may have, whatever happens to the rest. */
    void mayArrive() {
        arrived = true;
    }

    boolean arrived() {
        return arrived;
    }
}
