package io.vsatlink.etms;

import io.vsatlink.etms.request.Backend;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementClock;
import io.vsatlink.parameters.ElementThreads;
import io.vsatlink.parameters.StoreWait;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of an element: its clock, which logs in and starts what is due; its poller; the one that tells and asks the
 * platform's ticketing; its workers, which deliver; its readers, which read for people; and its inlet, which takes requests
 * from events.
 */
final class EtmsThreads {
    private static final Logger LOG = LoggerFactory.getLogger(EtmsThreads.class);
    private static final Duration TICK = Duration.ofMillis(500);

    /** Requests by event that wait for the database, which may be away: more would fill the memory. */
    private static final int EVENTS_WAITING = 1_000;

    private final ElementThreads threads;
    private final ElementClock clock;
    private final Executor poller;
    private final Executor ticketing;
    private final Executor workers;
    private final Executor readers;
    private final Executor inlet;
    private final StoreWait store;
    private final AtomicBoolean soon = new AtomicBoolean();
    private volatile Runnable tick = () -> {};

    EtmsThreads(String element, ChangeSignal changes) {
        threads = new ElementThreads("vsatlink-etms-" + element + "-", changes);
        clock = threads.clock();
        poller = threads.one("poll");
        ticketing = threads.one("ticketing");
        workers = threads.upTo(Backend.PARALLEL, "worker");
        readers = threads.bounded(ActivityLogs.PARALLEL, ActivityLogs.WAITING, "reader");
        inlet = threads.bounded(1, EVENTS_WAITING, "inlet");
        store = new StoreWait(element, changes);
    }

    ElementClock clock() {
        return clock;
    }

    Executor poller() {
        return poller;
    }

    Executor ticketing() {
        return ticketing;
    }

    Executor workers() {
        return workers;
    }

    /** Refuse what is too much. */
    Executor readers() {
        return readers;
    }

    Executor inlet() {
        return inlet;
    }

    /** Why what is due was not looked after, in a sentence; empty where it was. */
    String storeProblem() {
        return store.problem();
    }

    /** @param work what is to be looked at again and again, on the clock */
    @SuppressWarnings("FutureReturnValueIgnored") // tick lets nothing through that a future would tell
    void start(Runnable work) {
        tick = work;
        clock.every(TICK, this::tick);
    }

    /** Looks before it is time. Returns at once. */
    void soon() {
        if (soon.compareAndSet(false, true)) {
            try {
                clock.execute(this::tick);
            } catch (RejectedExecutionException e) {
                LOG.debug("The element stops", e);
            }
        }
    }

    private void tick() {
        soon.set(false);
        store.run(tick);
    }

    /** @param aborts what makes running work end by itself */
    void stop(Runnable... aborts) {
        threads.stop(aborts);
    }
}
