/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.PacedApi;
import io.vsatlink.etms.hygiene.Decision;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.StopSignal;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one claimed request to ETMS, unless it is not to be sent now, and records what became of it. Thread-safe. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final Backend.Ports ports;
    private final ConnectionGate<EtmsApi> gate;
    private final Waits waits;
    private final StopSignal stop;
    private final Backend.Resources resources;

    /**
     * @param waits has the requests that are to be tried again
     * @param stop ends the waiting of calls
     */
    Courier(
            Backend.Ports ports,
            ConnectionGate<EtmsApi> gate,
            Waits waits,
            StopSignal stop,
            Backend.Resources resources) {
        this.outbox = ports.outbox();
        this.ports = ports;
        this.gate = gate;
        this.waits = waits;
        this.stop = stop;
        this.resources = resources;
    }

    /** @throws StoreException if what became of it could not be stored: the claim remains */
    void run(Claim claim, EtmsApi api) {
        PacedApi paced = new PacedApi(api, resources.caller(), stop, () -> outbox.mayCall(claim));
        Attempt attempt = new Attempt(paced, outbox, claim);
        try {
            attempt(claim, attempt, api);
        } catch (StoreException e) {
            LOG.warn(
                    "The result of request {} could not be stored: {}",
                    claim.entry().id(),
                    e.getMessage());
            throw e;
        }
    }

    private void attempt(Claim claim, Attempt attempt, EtmsApi api) {
        try {
            deliver(claim, attempt, api);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The delivery of request {} failed", claim.entry().id(), e);
            later(claim, attempt, Failure.unknownEnd("internal error, see the log: " + e));
        }
    }

    private void deliver(Claim claim, Attempt attempt, EtmsApi api) {
        try {
            Decision decision = ports.hygiene().decide(claim, attempt.api());
            if (decision instanceof Decision.Wait wait) {
                waits.begin(claim.entry().id(), wait.time());
                outbox.postpone(claim, now().plus(wait.time()), wait.reason());
            } else if (decision instanceof Decision.TakeBack takeBack) {
                takeBack(claim, takeBack);
            } else if (decision instanceof Decision.Note note) {
                new Delivery(attempt, ports.mirror()).note(note);
                gate.works(api);
                delivered(claim, note.ticketId(), note.reason());
            } else {
                String ticketId = new Delivery(attempt, ports.mirror()).make();
                gate.works(api);
                delivered(claim, ticketId, "");
            }
        } catch (NotDelivered e) {
            gate.works(api);
            later(claim, attempt, e.failure());
        } catch (VendorException e) {
            gate.failed(api, e);
            later(claim, attempt, Failure.of(e));
        } catch (PacedApi.NotSent e) {
            // due as before: our clock may be ahead of those of others
            outbox.retryAt(claim, claim.entry().nextAttemptAt(), claim.entry().lastError(), attempt.arrived());
        }
    }

    private void delivered(Claim claim, String ticketId, String remark) {
        if (outbox.delivered(claim, ticketId, remark)) {
            ports.events().delivered(claim.entry(), ticketId);
            ports.hygiene().ended(claim.entry());
        }
    }

    private void takeBack(Claim claim, Decision.TakeBack decision) {
        if (outbox.takeBack(claim, decision.behind(), decision.reason())) {
            Stream.concat(Stream.of(claim.entry()), decision.behind().stream())
                    .forEach(entry -> ports.events().takenBack(entry, decision.reason()));
            ports.hygiene().ended(claim.entry());
        }
    }

    private void later(Claim claim, Attempt attempt, Failure failure) {
        int attempts = claim.entry().attempts();
        DeliveryPolicy.Decision decision = DeliveryPolicy.after(
                failure, attempts, attempt.repeats(), resources.chance().nextDouble());
        if (decision instanceof DeliveryPolicy.Decision.Retry again) {
            waits.begin(claim.entry().id(), again.in());
            boolean mayHaveArrived = again.mayHaveArrived() || attempt.arrived();
            outbox.retryAt(claim, now().plus(again.in()), failure.reason(), mayHaveArrived);
            LOG.debug("Request {}, attempt {}: {}", claim.entry().id(), attempts, failure.reason());
        } else if (outbox.block(claim, failure.reason(), attempt.arrived())) {
            LOG.warn(
                    "Request {} for {} is blocked and needs a person: {}",
                    claim.entry().id(),
                    claim.entry().request().reference(),
                    failure.reason());
            ports.events().blocked(claim.entry(), failure.reason());
            ports.hygiene().ended(claim.entry());
        }
    }

    private Instant now() {
        return resources.clock().instant();
    }
}
