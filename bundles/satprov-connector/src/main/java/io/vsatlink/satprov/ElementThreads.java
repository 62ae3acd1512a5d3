package io.vsatlink.satprov;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.satprov.login.LoginGate;
import io.vsatlink.satprov.poll.PollQueue;
import io.vsatlink.vendor.profile.ProfileInForce;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The threads of an element: its clock, which also logs in, its worker, which polls, and those that read pages, of which
 * there are only as many as pages in flight.
 */
final class ElementThreads {
    private static final Logger LOG = LoggerFactory.getLogger(ElementThreads.class);

    /** What the framework may wait for a stop. */
    private static final int STOP_SECONDS = 5;

    /** How often a start asks whether the database is open. */
    private static final int BEGIN_MILLIS = 100;

    private final String element;
    private final ChangeSignal changes;
    private final ScheduledExecutorService clock;
    private final ExecutorService worker;
    private final ExecutorService pages;
    private boolean started;
    private volatile String storeProblem = "";

    ElementThreads(String element, ChangeSignal changes) {
        this.element = element;
        this.changes = changes;
        clock = Executors.newSingleThreadScheduledExecutor(named("vsatlink-satprov-" + element + "-clock"));
        worker = Executors.newSingleThreadExecutor(named("vsatlink-satprov-" + element + "-poll"));
        pages = Executors.newCachedThreadPool(named("vsatlink-satprov-" + element + "-page"));
    }

    Executor clock() {
        return clock;
    }

    Executor worker() {
        return worker;
    }

    Executor pages() {
        return pages;
    }

    /** Why the element waits for its database, in a sentence; empty while it does not. */
    String storeProblem() {
        return storeProblem;
    }

    /** Begins as soon as the database is open, and looks for what is due each second from then on. */
    @SuppressWarnings("FutureReturnValueIgnored") // tick lets nothing through that a future would tell
    void start(LoginGate gate, PollQueue queue, ProfileInForce profile) {
        ScheduledFuture<?> beginning =
                clock.scheduleWithFixedDelay(() -> begin(gate, queue), 0, BEGIN_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(
                () -> {
                    if (started) {
                        beginning.cancel(false);
                        tick(gate, queue, profile);
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    /** @param aborts what makes running work end by itself */
    void stop(Runnable... aborts) {
        for (Runnable abort : aborts) {
            abort.run();
        }
        clock.shutdown();
        worker.shutdown();
        pages.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !clock.awaitTermination(1, TimeUnit.SECONDS)
                    || !pages.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("a thread did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(LoginGate gate, PollQueue queue) {
        if (!started) {
            guarded(() -> {
                // building it takes as long as opening the database, beside which it is done
                gate.prepare();
                queue.recall();
                gate.loginAtStart();
                started = true;
                queue.pollDue();
            });
        }
    }

    private void tick(LoginGate gate, PollQueue queue, ProfileInForce profile) {
        guarded(() -> {
            lookAt(profile, gate);
            if (gate.retryDue()) {
                gate.attempt();
            }
            queue.pollDue();
        });
    }

    private void guarded(Runnable work) {
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            work.run();
            if (!storeProblem.isEmpty()) {
                LOG.info("The database is there again");
                storeProblem = "";
                changes.fire();
            }
        } catch (StoreException e) {
            if (!e.getMessage().equals(storeProblem)) {
                LOG.warn("What is due waits: {}", e.getMessage());
                storeProblem = e.getMessage();
                changes.fire();
            }
        } catch (RuntimeException e) {
            // the outermost run: a clock that dies would stop the element without a word
            LOG.error("the clock of the element met an error", e);
        }
    }

    /** People edit the profile's file at any time; a mistake in it is told once. */
    private void lookAt(ProfileInForce profile, LoginGate gate) {
        String before = profile.problem();
        if (profile.refresh()) {
            LOG.info("The vendor profile {} was edited", profile.profile().name());
            gate.reconnect();
        }
        if (!profile.problem().equals(before)) {
            if (!profile.problem().isEmpty()) {
                LOG.warn("{}", profile.problem());
            }
            changes.fire();
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
