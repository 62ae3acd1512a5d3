package io.vsatlink.etms.request;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.ConnectionGate;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.PacedApi;
import io.vsatlink.etms.request.Delivery.NotDelivered;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.pace.PatientCaller;
import io.vsatlink.vendor.pace.StopSignal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Delivers the requests of a system, several tickets at once. {@link #tick} claims what is due, on the element's clock;
 * each claim is delivered on a thread of its own. Thread-safe.
 */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /** Deliveries under way at once. */
    public static final int PARALLEL = 8;

    private final Outbox outbox;
    private final TicketMirror mirror;
    private final ConnectionGate gate;
    private final RequestEvents events;
    private final Claimant claimant;
    private final Resources resources;
    private final StopSignal stop = new StopSignal();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile String system = "";
    private boolean startedOver;

    /**
     * What it works with.
     *
     * @param caller paces all calls of the element
     * @param workers runs deliveries
     * @param done told after each delivery that more may be due now
     */
    public record Resources(
            PatientCaller caller, Executor workers, Clock clock, RandomGenerator chance, Runnable done) {}

    public Backend(
            Outbox outbox,
            TicketMirror mirror,
            ConnectionGate gate,
            RequestEvents events,
            Claimant claimant,
            Resources resources) {
        this.outbox = outbox;
        this.mirror = mirror;
        this.gate = gate;
        this.events = events;
        this.claimant = claimant;
        this.resources = resources;
    }

    /** @param of whose requests; empty for none, which ends claiming and not what is under way */
    public void use(String of) {
        system = of;
    }

    /** Claims what is due and has it delivered. Returns without waiting for any of it. */
    public void tick() {
        String of = system;
        Optional<EtmsApi> api = gate.api();
        int room = PARALLEL - underWay.get();
        if (of.isEmpty() || api.isEmpty() || room <= 0 || stop.stopped()) {
            return;
        }
        if (!startedOver) {
            outbox.startOver(claimant);
            startedOver = true;
        }
        List<Claim> claims = outbox.claim(of, claimant, room);
        underWay.addAndGet(claims.size());
        for (Claim claim : claims) {
            resources.workers().execute(() -> run(claim, api.get()));
        }
    }

    private void run(Claim claim, EtmsApi api) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", claimant.element())) {
            deliver(claim, api);
        } catch (StoreException e) {
            // the claim stays; the next start, or the end of the lease, makes it void
            LOG.warn(
                    "What became of request {} could not be kept: {}",
                    claim.entry().id(),
                    e.getMessage());
        } catch (RuntimeException e) {
            // the outermost run
            LOG.error("The delivery of request {} met an error", claim.entry().id(), e);
            later(claim, Failure.unknownEnd("an error of our own, see the log: " + e));
        } finally {
            underWay.decrementAndGet();
            resources.done().run();
        }
    }

    private void deliver(Claim claim, EtmsApi api) {
        try {
            String ticketId = new Delivery(new PacedApi(api, resources.caller(), stop), mirror, claim.entry()).make();
            gate.works(api);
            if (outbox.delivered(claim, ticketId)) {
                events.delivered(claim.entry(), ticketId);
            }
        } catch (NotDelivered e) {
            gate.works(api);
            later(claim, e.failure());
        } catch (VendorException e) {
            gate.failed(api, e);
            later(claim, Failure.of(e));
        } catch (PacedApi.NotSent e) {
            outbox.retryAt(claim, now(), claim.entry().lastError(), false);
        }
    }

    private void later(Claim claim, Failure failure) {
        int attempts = claim.entry().attempts();
        DeliveryPolicy.Decision decision =
                DeliveryPolicy.after(failure, attempts, resources.chance().nextDouble());
        if (decision instanceof DeliveryPolicy.Decision.Retry again) {
            outbox.retryAt(claim, now().plus(again.in()), failure.reason(), again.mayHaveArrived());
            LOG.debug("Request {}, attempt {}: {}", claim.entry().id(), attempts, failure.reason());
        } else if (outbox.block(claim, failure.reason())) {
            LOG.warn(
                    "Request {} for {} waits for a person: {}",
                    claim.entry().id(),
                    claim.entry().request().reference(),
                    failure.reason());
            events.blocked(claim.entry(), failure.reason());
        }
    }

    private Instant now() {
        return resources.clock().instant();
    }

    /** How many deliveries are under way. */
    public int underWay() {
        return underWay.get();
    }

    /** Ends the waiting of deliveries; calls that have left are the gate's to cut. */
    public void stop() {
        stop.stop();
    }
}
