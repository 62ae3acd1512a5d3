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
 * The clock of an element: one thread that looks again and again for what is due, and that can say whether it still does.
 *
 * <p>After an {@link Error} the clock is not started again: nobody knows what is whole. A flag may say for ever that
 * something is under way, and a clock that went on would tick past it and report that all is well. A restart of the bundle
 * begins with what is stored, as after a kill.
 */
public final class ElementClock extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(ElementClock.class);

    /** How late a tick may be while the thread has nothing to do: far beyond what a busy machine causes. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final Runnable changes;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile Sign last;
    private volatile Duration pause = Duration.ZERO;
    private volatile String stopped = "";

    /** A sign of life: a task began, or ended. */
    private record Sign(long at, boolean working) {}

    /**
     * @param patience how long one task may take
     * @param changes is run when the clock stops
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

    /** Does the work again and again, with this pause between. */
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
        // a failure is in the task's future and nowhere else; one that comes again is only done where it failed
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

    /** Another thread of the element ended by an error: what it had under way is reported so for ever. */
    public void stoppedBeside(String thread, Throwable failure) {
        stopped = "the thread " + thread + " has stopped after an error: " + failure;
        changes.run();
    }

    /** Why nothing is looked after, in a sentence; empty while it is. */
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

    /** How the element is: whatever else it reports is old where its clock does not run. */
    public Health health(Supplier<Health> rest) {
        String problem = problem();
        return problem.isEmpty() ? rest.get() : new Health(Level.CRITICAL, problem);
    }
}
