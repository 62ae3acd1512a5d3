/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.PacedApi;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Delivers the requests of a system, several tickets at once. {@link #tick}, called by the element's clock, claims what is due;
 * each claim is delivered on a separate thread. Thread-safe.
 */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /** The number of simultaneous deliveries. */
    public static final int PARALLEL = 8;

    /** The maximum number of open claims. Half of them wait for a thread, so that no thread waits for the next claim. */
    private static final int AHEAD = 2 * PARALLEL;

    private final Outbox outbox;
    private final TicketMirror mirror;
    private final ConnectionGate<EtmsApi> gate;
    private final RequestEvents events;
    private final Claimant claimant;
    private final Resources resources;
    private final StopSignal stop = new StopSignal();
    private final Waits waits;
    private final Share share;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile String system = "";
    private boolean startedOver;

    /**
     * The resources that the backend uses.
     *
     * @param caller paces all calls of the element
     * @param workers runs deliveries
     * @param done notified after each delivery, because more requests may be due then
     */
    public record Resources(
            PatientCaller caller,
            Executor workers,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator chance,
            Runnable done) {}

    public Backend(
            Outbox outbox,
            TicketMirror mirror,
            ConnectionGate<EtmsApi> gate,
            RequestEvents events,
            Claimant claimant,
            Resources resources) {
        this.outbox = outbox;
        this.mirror = mirror;
        this.gate = gate;
        this.events = events;
        this.claimant = claimant;
        this.resources = resources;
        this.waits = new Waits(resources.nanoTime());
        this.share = new Share(resources.caller()::pace);
    }

    /**
     * @param of the system whose requests are delivered; empty stops claiming but not running deliveries
     * @param perSecond the number of calls in a second that the system allows to all containers together; 0 for no limit
     */
    public void use(String of, long perSecond) {
        system = of;
        share.of(perSecond);
    }

    /** Claims what is due and starts its delivery. Does not wait for deliveries. */
    public void tick() {
        String of = system;
        Optional<EtmsApi> api = gate.client();
        int room = AHEAD - underWay.get();
        if (of.isEmpty() || api.isEmpty() || room <= 0 || stop.stopped()) {
            return;
        }
        if (!startedOver) {
            outbox.startOver(claimant);
            startedOver = true;
        }
        List<Long> waited = waits.over();
        if (!waited.isEmpty()) {
            outbox.waited(of, waited);
            waits.forget(waited);
        }
        List<Claim> claims = outbox.claim(of, claimant, room);
        if (underWay.addAndGet(claims.size()) > 0 && share.isLimited()) {
            share.among(outbox.senders(of));
        }
        for (Claim claim : claims) {
            resources.workers().execute(() -> run(claim, api.get()));
        }
    }

    private void run(Claim claim, EtmsApi api) {
        PacedApi paced = new PacedApi(api, resources.caller(), stop, () -> outbox.mayCall(claim));
        Attempt attempt = new Attempt(paced, outbox, claim);
        try (MDC.MDCCloseable named = MDC.putCloseable("element", claimant.element())) {
            deliver(claim, attempt, api);
        } catch (StoreException e) {
            // the claim remains; the next start, or the end of the lease, invalidates it
            LOG.warn(
                    "The result of request {} could not be stored: {}",
                    claim.entry().id(),
                    e.getMessage());
        } catch (RuntimeException e) {
            // the outermost run
            LOG.error("The delivery of request {} failed", claim.entry().id(), e);
            later(claim, attempt, Failure.unknownEnd("internal error, see the log: " + e));
        } finally {
            underWay.decrementAndGet();
            resources.done().run();
        }
    }

    private void deliver(Claim claim, Attempt attempt, EtmsApi api) {
        try {
            String ticketId = new Delivery(attempt, mirror).make();
            gate.works(api);
            if (outbox.delivered(claim, ticketId)) {
                events.delivered(claim.entry(), ticketId);
            }
        } catch (NotDelivered e) {
            gate.works(api);
            later(claim, attempt, e.failure());
        } catch (VendorException e) {
            gate.failed(api, e);
            later(claim, attempt, Failure.of(e));
        } catch (PacedApi.NotSent e) {
            outbox.retryAt(claim, now(), claim.entry().lastError(), attempt.arrived());
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
            events.blocked(claim.entry(), failure.reason());
        }
    }

    private Instant now() {
        return resources.clock().instant();
    }

    /** The number of open claims. */
    public int underWay() {
        return underWay.get();
    }

    /** Ends the waiting of deliveries. The gate aborts calls that were already sent. */
    public void stop() {
        stop.stop();
    }
}
