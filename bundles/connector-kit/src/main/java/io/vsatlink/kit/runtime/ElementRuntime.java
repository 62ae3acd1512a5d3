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
 * What one element runs on: threads that are named after it and all stopped within what the framework may wait, and a clock
 * that does what is due for as long as the database is there.
 */
public final class ElementRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(ElementRuntime.class);
    private static final int IDLE_SECONDS = 10;

    /** Longer than the longest call that a clock makes by itself, a login that drips. */
    private static final Duration CLOCK_PATIENCE = Duration.ofMinutes(10);

    /** How often a start asks whether it can begin. */
    private static final Duration BEGIN = Duration.ofMillis(100);

    private final String prefix;
    private final List<ExecutorService> all = new ArrayList<>();
    private final ElementClock clock;
    private final StoreWait store;
    private final AtomicBoolean soon = new AtomicBoolean();
    private volatile BooleanSupplier begin = () -> false;
    private volatile Runnable work = () -> {};

    /** Only the clock asks, and it has one thread. */
    private boolean begun;

    /**
     * @param type of the element, for instance {@code etms}; with the element's name it begins the names of all threads
     * @param changes fired when the clock stops, and when the database comes or goes
     */
    public ElementRuntime(String type, String element, ChangeSignal changes) {
        prefix = "vsatlink-" + type + "-" + element + "-";
        clock = kept(new ElementClock(named("clock"), CLOCK_PATIENCE, changes::fire));
        store = new StoreWait(element, changes);
    }

    /** Looks again and again for what is due. */
    public ElementClock clock() {
        return clock;
    }

    /** Why what is due was not looked after the last time, in a sentence; empty where it was. */
    public String storeProblem() {
        return store.problem();
    }

    /**
     * Begins as soon as that can be done, and looks for what is due from then on. All of it on the clock, and all of it again
     * where the database is not there.
     *
     * @param begin what comes once, before everything else; false where it has to be tried again in a moment
     * @param tick the time between two looks
     * @param work looks for what is due
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

    /** Looks before it is time. Returns at once. */
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

    /** One that does one thing after the other. */
    public ExecutorService one(String name) {
        return kept(Executors.newSingleThreadExecutor(named(name)));
    }

    /** As many as work is given; each is gone after a minute without any. */
    public ExecutorService asNeeded(String name) {
        return kept(Executors.newCachedThreadPool(named(name)));
    }

    /** So many at the most, and what is more waits; each is gone after a while without work. */
    public ExecutorService upTo(int most, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return kept(pool);
    }

    /**
     * So many at the most, and so many waiting; what is more is refused with a
     * {@link RejectedExecutionException}.
     */
    public ExecutorService bounded(int most, int waiting, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), named(name));
        pool.allowCoreThreadTimeOut(true);
        return kept(pool);
    }

    /** @param aborts what makes running work end by itself */
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

    /** The pool begins another thread; but what this one had under way stays so for ever. */
    private void ended(Thread thread, Throwable failure) {
        LOG.error("The thread {} ended with an error", thread.getName(), failure);
        if (failure instanceof Error) {
            clock.stoppedBeside(thread.getName(), failure);
        }
    }
}
