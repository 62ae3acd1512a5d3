/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.runtime.Errands;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.pace.PollRetry;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Mirrors the tickets of a system and delivers changes to the platform's ticketing. {@link #tick}, called by the element's
 * clock, decides what is due; the work runs on a separate thread, one task at a time. Thread-safe.
 */
public final class Frontend {
    private static final Logger LOG = LoggerFactory.getLogger(Frontend.class);

    private final String element;
    private final TicketMirror mirror;
    private final ConnectionGate<EtmsApi> gate;
    private final Seat seat;
    private final Statistics statistics;
    private final Resources resources;
    private final PlatformSide platform;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean asked = new AtomicBoolean();

    private volatile EtmsSettings settings;
    private volatile Errands errands;
    private volatile Optional<String> rival = Optional.empty();
    private volatile Long polledAt;
    private volatile Failures failures = Failures.NONE;
    private StopSignal running = new StopSignal();
    private boolean stopped;

    /**
     * Consecutive failed polls.
     *
     * @param at the end of the last one, in nanoseconds of monotonic time
     */
    private record Failures(int count, long at) {
        static final Failures NONE = new Failures(0, 0);

        boolean retryDue(long now) {
            return count > 0 && now - at >= PollRetry.pause(count).toNanos();
        }
    }

    /**
     * The resources that the frontend uses.
     *
     * @param calls makes the calls for pages, at the pace of all calls of the element
     * @param memory stores facts that survive a restart
     * @param worker runs polls, one at a time
     * @param ticketing delivers changes to the platform's ticketing and queries it, one task at a time
     * @param changes fired when a poll has begun or ended
     */
    public record Resources(
            PageCalls calls,
            ElementMemory memory,
            Executor worker,
            Executor ticketing,
            Clock clock,
            LongSupplier nanoTime,
            ChangeSignal changes) {}

    public Frontend(
            String element,
            TicketMirror mirror,
            ConnectionGate<EtmsApi> gate,
            Seat seat,
            Statistics statistics,
            Resources resources) {
        this.element = element;
        this.mirror = mirror;
        this.gate = gate;
        this.seat = seat;
        this.statistics = statistics;
        this.resources = resources;
        this.platform = new PlatformSide(element, mirror, resources.ticketing(), resources.nanoTime());
    }

    /** @param ticketings the systems to notify; their positions in the history are stored by their names */
    public void use(EtmsSettings next, List<TicketingSystem> ticketings) {
        EtmsSettings before = settings;
        boolean another = before == null
                || !before.system().equals(next.system())
                || !before.ticketListId().equals(next.ticketListId());
        settings = next;
        platform.use(ticketings);
        if (another) {
            errands = new Errands(resources.memory(), "etms", next.system(), resources.nanoTime());
            polledAt = null;
        }
        claimSeat();
    }

    /** The holder of a system's seat mirrors the system. An element that is not a frontend, or has no system, holds no seat. */
    private boolean claimSeat() {
        EtmsSettings current = settings;
        boolean ours = seat.claim(current.frontend() ? current.system() : "");
        Optional<String> holder = seat.rival();
        if (!holder.equals(rival)) {
            holder.ifPresent(name -> LOG.warn("{}", refusal(name)));
            resources.changes().fire();
        }
        rival = holder;
        return ours;
    }

    private static String refusal(String holder) {
        return "element " + holder + " is already the frontend of this system; a system can have only one";
    }

    /** Returns why this frontend does nothing; empty if it may work. */
    public String refused() {
        return rival.map(Frontend::refusal).orElse("");
    }

    /** That another container mirrors the system, as a sentence without its end; empty if none is known to. */
    public String elsewhere() {
        String holder = seat.elsewhere();
        return holder.isEmpty() ? "" : holder + " is the frontend of this system";
    }

    /** Starts what is due. Returns immediately. */
    public void tick() {
        if (settings == null || !claimSeat()) {
            return;
        }
        if (!errands.take().isEmpty()) {
            LOG.info("A poll of the tickets was asked for in another container");
            pollSoon();
        }
        platform.tick(settings.system(), settings.refreshTime());
        if (busy.compareAndSet(false, true)) {
            resources.worker().execute(this::work);
        }
    }

    private void work() {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            if (pollDue()) {
                poll();
            }
        } catch (StoreException e) {
            LOG.debug("The database is not available", e);
        } catch (RuntimeException e) {
            // the outermost run: without this, the frontend would stop mirroring silently
            LOG.error("the frontend failed", e);
            ended(false, "internal error, see the log: " + e, "");
        } finally {
            busy.set(false);
        }
    }

    private boolean pollDue() {
        Long at = polledAt;
        long now = resources.nanoTime().getAsLong();
        boolean due = at == null || now - at >= settings.refreshTime().toNanos() || failures.retryDue(now);
        return (due || asked.get()) && gate.client().isPresent();
    }

    private void poll() {
        EtmsApi api = gate.client().orElse(null);
        if (api == null) {
            return;
        }
        asked.set(false);
        polledAt = resources.nanoTime().getAsLong();
        FieldMemory fields = new FieldMemory(resources.memory(), element, "etms", TicketListing.TICKETS);
        Sync sync = new Sync(TicketPoll.RULES, api.tickets(), fields, resources.calls(), begin(), answered(api));
        statistics.hold();
        try {
            TicketPoll.Found found = new TicketPoll(mirror, settings.system()).run(sync);
            ended(true, found.reason(), found.warning());
        } catch (SyncFailed e) {
            e.failure().ifPresent(failure -> gate.failed(api, failure));
            ended(false, e.getMessage(), "");
        } catch (StoppedException e) {
            ended(false, "stopped", "");
        } catch (StoreException e) {
            ended(false, e.getMessage(), "");
        } finally {
            statistics.release();
        }
    }

    /** @return the signal that stops the poll that begins now */
    private synchronized StopSignal begin() {
        running = new StopSignal();
        if (stopped) {
            running.stop();
        }
        return running;
    }

    private SyncListener answered(EtmsApi api) {
        return new SyncListener() {
            @Override
            public void advanced(Progress progress) {
                if (progress.pages() > 0) {
                    gate.works(api);
                }
            }

            @Override
            public void waits(String why, Duration pause) {
                LOG.debug("{}", why);
            }
        };
    }

    private void ended(boolean succeeded, String reason, String warning) {
        boolean failedBefore = statistics
                .now()
                .lastPoll()
                .filter(before -> !before.succeeded())
                .isPresent();
        failures = succeeded
                ? Failures.NONE
                : new Failures(failures.count() + 1, resources.nanoTime().getAsLong());
        PollReport report =
                new PollReport(succeeded, reason, warning, resources.clock().instant());
        statistics.ended(report, settings.system(), settings.managedBy());
        if (succeeded) {
            LOG.info("Tickets polled: {}", reason);
        } else if (!failedBefore) {
            LOG.warn("Polling the tickets failed; the old ones are kept: {}", reason);
        }
        resources.changes().fire();
    }

    /** Has the container poll that is the frontend of this system. */
    public void pollElsewhere() {
        errands.leave("poll");
    }

    /** Polls soon and queries the platform's ticketing, regardless of when that was last done. */
    public void pollSoon() {
        asked.set(true);
        platform.askSoon();
    }

    /** Returns why the platform's ticketing is not synchronized, as a sentence; empty if it is. */
    public String ticketingProblem() {
        return platform.problem();
    }

    /** Whether no work is running at this moment. */
    public boolean idle() {
        return !busy.get() && platform.idle();
    }

    /** Stops running work and releases the seat. */
    public void stop() {
        synchronized (this) {
            stopped = true;
            running.stop();
        }
        platform.stop();
        seat.leave();
    }
}
