package io.vsatlink.satprov;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementClock;
import io.vsatlink.parameters.ElementThreads;
import io.vsatlink.parameters.StoreWait;
import io.vsatlink.remote.profile.ProfileWatch;
import io.vsatlink.satprov.login.LoginGate;
import io.vsatlink.satprov.poll.PollQueue;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;

/**
 * The threads of an element: its clock, which also logs in, its worker, which polls, and those that read pages, of which
 * there are only as many as pages in flight.
 */
final class SatprovThreads {
    /** How often a start asks whether the database is open. */
    private static final Duration BEGIN = Duration.ofMillis(100);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final ElementThreads threads;
    private final ElementClock clock;
    private final Executor worker;
    private final Executor pages;
    private final StoreWait store;
    private boolean recalled;
    private boolean started;

    SatprovThreads(String element, ChangeSignal changes) {
        threads = new ElementThreads("vsatlink-satprov-" + element + "-", changes);
        clock = threads.clock();
        worker = threads.one("poll");
        pages = threads.asNeeded("page");
        store = new StoreWait(element, changes);
    }

    ElementClock clock() {
        return clock;
    }

    Executor worker() {
        return worker;
    }

    Executor pages() {
        return pages;
    }

    /** Why what is due was not looked after, in a sentence; empty where it was. */
    String storeProblem() {
        return store.problem();
    }

    /**
     * Begins as soon as the database is open and the settings are all there, and looks for what is due each second from then
     * on.
     *
     * @param settled whether the settings are all there
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the runs let nothing through that a future would tell
    void start(LoginGate gate, PollQueue queue, ProfileWatch profile, BooleanSupplier settled) {
        ScheduledFuture<?> beginning = clock.every(BEGIN, () -> begin(gate, queue, settled));
        clock.every(TICK, () -> {
            if (started) {
                beginning.cancel(false);
                tick(gate, queue, profile);
            }
        });
    }

    /** @param aborts what makes running work end by itself */
    void stop(Runnable... aborts) {
        threads.stop(aborts);
    }

    private void begin(LoginGate gate, PollQueue queue, BooleanSupplier settled) {
        if (!started) {
            store.run(() -> {
                // building it takes as long as opening the database, beside which it is done
                gate.prepare();
                if (!recalled) {
                    queue.recall();
                    recalled = true;
                }
                if (settled.getAsBoolean()) {
                    gate.loginAtStart();
                    started = true;
                    queue.pollDue();
                }
            });
        }
    }

    private void tick(LoginGate gate, PollQueue queue, ProfileWatch profile) {
        store.run(() -> {
            profile.look();
            if (gate.retryDue()) {
                gate.attempt();
            }
            queue.pollDue();
        });
    }
}
