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
import io.vsatlink.etms.hygiene.Hygiene;
import io.vsatlink.etms.hygiene.HygieneRules;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;

/**
 * Delivers the requests of a system, several tickets at once. {@link #tick}, called by the element's clock, claims what is due;
 * each claim is delivered on a separate thread. Thread-safe.
 */
public final class Backend {
    /** The number of simultaneous deliveries. */
    public static final int PARALLEL = 8;

    /** The maximum number of open claims. Half of them wait for a thread, so that no thread waits for the next claim. */
    private static final int AHEAD = 2 * PARALLEL;

    private final Ports ports;
    private final ConnectionGate<EtmsApi> gate;
    private final Claimant claimant;
    private final Resources resources;
    private final StopSignal stop = new StopSignal();
    private final Waits waits;
    private final Share share;
    private final Courier courier;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile String system = "";
    private volatile boolean rulesChanged;

    /**
     * Whether there may be claims of this element that nobody works on: of an earlier start; or made or left while the database failed.
     * Without this they would stay until their lease ends.
     */
    private final AtomicBoolean claimsLeft = new AtomicBoolean(true);

    /**
     * Where requests come from, and where their ends are reported.
     *
     * @param hygiene decides whether a request is sent now
     */
    public record Ports(Outbox outbox, TicketMirror mirror, RequestEvents events, Hygiene hygiene) {}

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

    public Backend(Ports ports, ConnectionGate<EtmsApi> gate, Claimant claimant, Resources resources) {
        this.ports = ports;
        this.gate = gate;
        this.claimant = claimant;
        this.resources = resources;
        this.waits = new Waits(resources.nanoTime());
        this.share = new Share(resources.caller()::pace);
        this.courier = new Courier(ports, gate, waits, stop, resources);
    }

    /**
     * @param of the system whose requests are delivered; empty stops claiming but not running deliveries
     * @param perSecond the number of calls in a second that the system allows to all containers together; 0 for no limit
     * @param rules what is decided before a request is sent; those that wait for a rule are decided again
     */
    public void use(String of, long perSecond, HygieneRules rules) {
        system = of;
        share.of(perSecond);
        if (ports.hygiene().use(rules)) {
            rulesChanged = true;
        }
    }

    /** Claims what is due and starts its delivery. Does not wait for deliveries. */
    public void tick() {
        String of = system;
        Optional<EtmsApi> api = gate.client();
        int room = AHEAD - underWay.get();
        if (of.isEmpty() || stop.stopped() || !startedOver() || api.isEmpty() || room <= 0) {
            return;
        }
        reconsider(of);
        List<Long> waited = waits.over();
        if (!waited.isEmpty()) {
            ports.outbox().waited(of, waited);
            waits.forget(waited);
        }
        List<Claim> claims = claims(of, room);
        underWay.addAndGet(claims.size());
        for (Claim claim : claims) {
            resources.workers().execute(() -> run(claim, api.get()));
        }
        // last: if the database fails now, what is claimed is under way
        if (underWay.get() > 0 && share.isLimited()) {
            share.among(ports.outbox().senders(of));
        }
    }

    private void reconsider(String of) {
        if (rulesChanged) {
            rulesChanged = false;
            try {
                ports.outbox().reconsider(of);
            } catch (StoreException e) {
                rulesChanged = true;
                throw e;
            }
        }
    }

    /** Gives back the claims that are left, when no delivery is under way that might still record an outcome. */
    private boolean startedOver() {
        if (claimsLeft.get()) {
            if (underWay.get() > 0) {
                return false;
            }
            ports.outbox().startOver(claimant);
            claimsLeft.set(false);
        }
        return true;
    }

    private List<Claim> claims(String of, int room) {
        try {
            return ports.outbox().claim(of, claimant, room);
        } catch (StoreException e) {
            // some may have been made
            claimsLeft.set(true);
            throw e;
        }
    }

    private void run(Claim claim, EtmsApi api) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", claimant.element())) {
            courier.run(claim, api);
        } catch (StoreException e) {
            // logged; the claim remains, until the database takes it back
            claimsLeft.set(true);
        } finally {
            underWay.decrementAndGet();
            resources.done().run();
        }
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
