package io.vsatlink.etms;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.etms.request.Backend;
import io.vsatlink.parameters.ChangeSignal;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The threads of an element: its clock, which logs in and starts what is due; its poller; its workers, which deliver; and
 * its inlet, which takes requests from events.
 */
final class EtmsThreads {
    private static final Logger LOG = LoggerFactory.getLogger(EtmsThreads.class);

    /** What the framework may wait for a stop. */
    private static final int STOP_SECONDS = 5;

    private static final int TICK_MILLIS = 500;

    private final String element;
    private final ChangeSignal changes;
    private final ScheduledExecutorService clock;
    private final ExecutorService poller;
    private final ThreadPoolExecutor workers;
    private final ExecutorService inlet;
    private final AtomicBoolean soon = new AtomicBoolean();
    private volatile Runnable tick = () -> {};
    private volatile String storeProblem = "";

    EtmsThreads(String element, ChangeSignal changes) {
        this.element = element;
        this.changes = changes;
        String prefix = "vsatlink-etms-" + element + "-";
        clock = Executors.newSingleThreadScheduledExecutor(named(prefix + "clock"));
        poller = Executors.newSingleThreadExecutor(named(prefix + "poll"));
        workers = new ThreadPoolExecutor(
                Backend.PARALLEL,
                Backend.PARALLEL,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named(prefix + "worker"));
        workers.allowCoreThreadTimeOut(true);
        inlet = Executors.newSingleThreadExecutor(named(prefix + "inlet"));
    }

    Executor clock() {
        return clock;
    }

    Executor poller() {
        return poller;
    }

    Executor workers() {
        return workers;
    }

    Executor inlet() {
        return inlet;
    }

    /** Why the element waits for its database, in a sentence; empty while it does not. */
    String storeProblem() {
        return storeProblem;
    }

    /** @param work what is to be looked at again and again, on the clock */
    @SuppressWarnings("FutureReturnValueIgnored") // tick lets nothing through that a future would tell
    void start(Runnable work) {
        tick = work;
        clock.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
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
        try (MDC.MDCCloseable named = MDC.putCloseable("element", element)) {
            tick.run();
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

    /** @param aborts what makes running work end by itself */
    void stop(Runnable... aborts) {
        for (Runnable abort : aborts) {
            abort.run();
        }
        inlet.shutdown();
        clock.shutdown();
        poller.shutdown();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !poller.awaitTermination(1, TimeUnit.SECONDS)
                    || !clock.awaitTermination(1, TimeUnit.SECONDS)
                    || !inlet.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("a thread did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
