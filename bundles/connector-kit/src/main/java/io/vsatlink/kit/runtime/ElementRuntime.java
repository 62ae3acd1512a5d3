/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.runtime.ElementClock;
import io.vsatlink.runtime.ThreadsEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one element, named after it and stopped within the time that the framework may wait, and a clock
 * that runs scheduled work while the database is available.
 */
public final class ElementRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(ElementRuntime.class);
    private static final int IDLE_SECONDS = 10;

    /** Longer than the longest call of a clock, a slow login. */
    private static final Duration CLOCK_PATIENCE = Duration.ofMinutes(10);

    /** The interval at which a start checks whether it can begin. */
    private static final Duration BEGIN = Duration.ofMillis(100);

    private final String prefix;
    private final List<ExecutorService> all = new ArrayList<>();
    private final ElementClock clock;
    private final StoreWait store;
    private final AtomicBoolean soon = new AtomicBoolean();
    private volatile BooleanSupplier begin = () -> false;
    private volatile Runnable work = () -> {};

    /** Used by the clock only, which has one thread. */
    private boolean begun;

    /**
     * @param type of the element, for instance {@code etms}; together with the element's name the prefix of all thread names
     * @param changes fired when the clock stops, and when the database comes or goes
     */
    public ElementRuntime(String type, String element, ChangeSignal changes) {
        prefix = "vsatlink-" + type + "-" + element + "-";
        clock = kept(new ElementClock(named("clock"), CLOCK_PATIENCE, changes::fire));
        store = new StoreWait(element, changes);
    }

    /** Runs scheduled work repeatedly. */
    public ElementClock clock() {
        return clock;
    }

    /** Why scheduled work did not run the last time, in a sentence; empty if it did. */
    public String storeProblem() {
        return store.problem();
    }

    /**
     * Begins as soon as possible, and runs scheduled work from then on. Everything runs on the clock, and is repeated
     * if the database is not available.
     *
     * @param begin runs once, before everything else; false if it has to be retried soon
     * @param tick the interval
     * @param work the scheduled work
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the runs let nothing through that a future would tell
    public void start(BooleanSupplier begin, Duration tick, Runnable work) {
        this.begin = begin;
        this.work = work;
        ScheduledFuture<?> beginning = clock.every(BEGIN, () -> {
            if (!begun) {
                look();
            }
        });
        clock.every(tick, () -> {
            if (begun) {
                beginning.cancel(false);
                look();
            }
        });
    }

    /** Runs the scheduled work early. Returns at once. */
    public void soon() {
        if (soon.compareAndSet(false, true)) {
            try {
                clock.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("The element is stopping", e);
            }
        }
    }

    private void look() {
        soon.set(false);
        store.run(() -> {
            begun = begun || begin.getAsBoolean();
            if (begun) {
                work.run();
            }
        });
    }

    /** A pool that runs one task at a time. */
    public ExecutorService one(String name) {
        return kept(Executors.newSingleThreadExecutor(named(name)));
    }

    /** A thread per task; each ends after a minute without work. */
    public ExecutorService asNeeded(String name) {
        return kept(Executors.newCachedThreadPool(named(name)));
    }

    /** A bounded pool; further tasks wait; each thread ends after a while without work. */
    public ExecutorService upTo(int most, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return kept(pool);
    }

    /**
     * A bounded pool with a bounded queue; further tasks are refused with a
     * {@link RejectedExecutionException}.
     */
    public ExecutorService bounded(int most, int waiting, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), named(name));
        pool.allowCoreThreadTimeOut(true);
        return kept(pool);
    }

    /** @param aborts make running work end */
    public void stop(Runnable... aborts) {
        for (Runnable abort : aborts) {
            abort.run();
        }
        ThreadsEnd.await(all, prefix + "*");
    }

    private <T extends ExecutorService> T kept(T pool) {
        all.add(pool);
        return pool;
    }

    private ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, prefix + name);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(this::ended);
            return thread;
        };
    }

    /** The pool starts another thread, but the unfinished work of this one stays unfinished for ever. */
    private void ended(Thread thread, Throwable failure) {
        LOG.error("The thread {} ended with an error", thread.getName(), failure);
        if (failure instanceof Error) {
            clock.stoppedBeside(thread.getName(), failure);
        }
    }
}
