package io.vsatlink.parameters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one element: named after it, and all of them stopped within what the framework may wait. */
public final class ElementThreads {
    private static final Logger LOG = LoggerFactory.getLogger(ElementThreads.class);
    private static final int STOP_SECONDS = 5;
    private static final int IDLE_SECONDS = 10;

    /** Longer than the longest call that a clock makes by itself, a login that drips. */
    private static final Duration CLOCK_PATIENCE = Duration.ofMinutes(10);

    private final String prefix;
    private final ChangeSignal changes;
    private final List<ExecutorService> all = new ArrayList<>();
    private final List<ElementClock> clocks = new CopyOnWriteArrayList<>();

    /**
     * @param prefix of their names, for instance {@code vsatlink-etms-backend-}
     * @param changes fired when a clock stops
     */
    public ElementThreads(String prefix, ChangeSignal changes) {
        this.prefix = prefix;
        this.changes = changes;
    }

    /** One that looks again and again for what is due. */
    public ElementClock clock() {
        ElementClock clock = new ElementClock(named("clock"), CLOCK_PATIENCE, changes);
        clocks.add(clock);
        return kept(clock);
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
     * {@link java.util.concurrent.RejectedExecutionException}.
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
        all.forEach(ExecutorService::shutdown);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            for (ExecutorService each : all) {
                if (!each.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("a thread of {}* did not stop within {} s", prefix, STOP_SECONDS);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        LOG.error("The thread {} ended by an error", thread.getName(), failure);
        if (failure instanceof Error) {
            clocks.forEach(clock -> clock.stoppedBeside(thread.getName(), failure));
        }
    }
}
