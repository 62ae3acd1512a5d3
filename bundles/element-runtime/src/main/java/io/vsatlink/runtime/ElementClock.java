/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.runtime;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.Health.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of an element: one thread that runs scheduled work, and that can report whether it still does.
 *
 * <p>After an {@link Error} the clock is not restarted, because the state may be inconsistent. A flag may mean for ever that
 * something is running, and a clock that continued would ignore it and report that all is well. A restart of the bundle
 * begins with the stored state, as after a kill.
 */
public final class ElementClock extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(ElementClock.class);

    /** The maximum delay of a tick while the thread is idle: far more than a busy machine causes. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final Runnable changes;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile Sign last;
    private volatile Duration pause = Duration.ZERO;
    private volatile String stopped = "";

    /** A sign of life: the start or end of a task. */
    private record Sign(long at, boolean working) {}

    /**
     * @param patience maximum duration of a task
     * @param changes run when the clock stops
     */
    public ElementClock(ThreadFactory thread, Duration patience, Runnable changes) {
        this(thread, patience, changes, System::nanoTime);
    }

    ElementClock(ThreadFactory thread, Duration patience, Runnable changes, LongSupplier nanoTime) {
        super(1, thread);
        this.changes = changes;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.last = new Sign(nanoTime.getAsLong(), false);
    }

    /** Runs the work repeatedly, with this pause in between. */
    public ScheduledFuture<?> every(Duration between, Runnable work) {
        pause = between.compareTo(pause) > 0 ? between : pause;
        return scheduleWithFixedDelay(work, 0, between.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        last = new Sign(nanoTime.getAsLong(), true);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable none) {
        last = new Sign(nanoTime.getAsLong(), false);
        // a failure is in the task's future only; a periodic task is done only if it has failed
        if (task instanceof RunnableScheduledFuture<?> future && future.isDone() && !future.isCancelled()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failed(future, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void failed(RunnableScheduledFuture<?> task, Throwable failure) {
        LOG.error("A task of {} failed", Thread.currentThread().getName(), failure);
        if (task.isPeriodic() || failure instanceof Error) {
            stopped = "the clock of this element has stopped after an error: " + failure;
            changes.run();
        }
    }

    /** Another thread of the element ended with an error: its unfinished work is reported as running for ever. */
    public void stoppedBeside(String thread, Throwable failure) {
        stopped = "the thread " + thread + " has stopped after an error: " + failure;
        changes.run();
    }

    /** Why scheduled work does not run, in a sentence; empty while it does. */
    public String problem() {
        if (!stopped.isEmpty()) {
            return stopped + "; see the log, then restart the bundle";
        }
        Sign sign = last;
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - sign.at());
        if (sign.working()) {
            return since.compareTo(patience) <= 0
                    ? ""
                    : "a task of this element has been running for " + since.toMinutes()
                            + " min; all other work of the element is waiting";
        }
        return pause.isZero() || since.compareTo(pause.plus(LATE)) <= 0
                ? ""
                : "the clock of this element has not run for " + since.toMinutes() + " min; restart the bundle";
    }

    /** The health of the element: if its clock does not run, everything else it reports is out of date. */
    public Health health(Supplier<Health> rest) {
        String problem = problem();
        return problem.isEmpty() ? rest.get() : new Health(Level.CRITICAL, problem);
    }
}
