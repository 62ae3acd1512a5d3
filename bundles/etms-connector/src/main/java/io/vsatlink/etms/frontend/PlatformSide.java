/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.remote.pace.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The platform's side of a frontend: delivers changes to its ticketing systems and queries them for what users did there. It
 * uses its own thread, so that a slow platform does not delay a poll. Thread-safe.
 */
final class PlatformSide {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformSide.class);

    private final String element;
    private final TicketMirror mirror;
    private final Executor worker;
    private final LongSupplier nanoTime;
    private final StopSignal stop = new StopSignal();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile List<Follower> followers = List.of();
    private volatile List<PlatformPoll> polls = List.of();
    private volatile String error = "";

    /** @param worker runs tasks one after the other */
    PlatformSide(String element, TicketMirror mirror, Executor worker, LongSupplier nanoTime) {
        this.element = element;
        this.mirror = mirror;
        this.worker = worker;
        this.nanoTime = nanoTime;
    }

    void use(List<TicketingSystem> ticketings) {
        followers = ticketings.stream()
                .map(ticketing -> new Follower(mirror, ticketing, nanoTime))
                .toList();
        polls = ticketings.stream()
                .filter(PolledTicketing.class::isInstance)
                .map(ticketing -> new PlatformPoll((PolledTicketing) ticketing, nanoTime))
                .toList();
    }

    /**
     * Starts what is due. Returns immediately.
     *
     * @param every the interval at which the ticketing systems are queried
     */
    void tick(String system, Duration every) {
        if (busy.compareAndSet(false, true)) {
            worker.execute(() -> work(system, every));
        }
    }

    private void work(String system, Duration every) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            for (Follower follower : followers) {
                follower.run(system, stop::stopped);
            }
            for (PlatformPoll poll : polls) {
                poll.run(every, () -> told(system, poll.follower()), stop::stopped);
            }
            error = "";
        } catch (StoreException e) {
            LOG.debug("The database is not available", e);
        } catch (RuntimeException e) {
            // the outermost run: without this, deliveries and queries would stop silently
            String met = "internal error, see the log: " + e;
            if (!met.equals(error)) {
                LOG.error("The platform's side of the frontend failed", e);
            }
            error = met;
        } finally {
            busy.set(false);
        }
    }

    private Optional<List<String>> told(String system, String follower) {
        if (!mirror.changes(system, follower, 1).isEmpty()) {
            return Optional.empty();
        }
        try (Snapshot snapshot = mirror.snapshot(system);
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            return Optional.of(rows.map(Ticket::new)
                    .filter(ticket -> !ticket.over())
                    .map(Ticket::ticketId)
                    .toList());
        }
    }

    /** Queries soon, regardless of when that was last done. */
    void askSoon() {
        polls.forEach(PlatformPoll::soon);
    }

    /** Returns why the platform's ticketing is not synchronized, as a sentence; empty if it is. */
    String problem() {
        return Stream.of(
                        Stream.of(error),
                        followers.stream().map(Follower::problem),
                        polls.stream().map(PlatformPoll::problem))
                .flatMap(problems -> problems)
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean idle() {
        return !busy.get();
    }

    void stop() {
        stop.stop();
    }
}
