/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.runtime;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a bundle's own threads, so that none remain after the bundle has stopped. */
public final class ThreadsEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadsEnd.class);
    private static final long WITHIN_SECONDS = 5;

    private ThreadsEnd() {}

    /**
     * Interrupts the running tasks and waits for their end, at most 5 seconds.
     *
     * @param what the threads do, for the log
     */
    public static void of(ExecutorService threads, String what) {
        threads.shutdownNow();
        await(List.of(threads), what);
    }

    /**
     * Accepts no more work and waits for the end of running tasks, without interrupting them: at most 5 seconds for all of them.
     *
     * @param what the threads do, for the log
     */
    public static void await(Collection<? extends ExecutorService> all, String what) {
        all.forEach(ExecutorService::shutdown);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
        try {
            for (ExecutorService each : all) {
                if (!each.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("{} did not stop within {} seconds", what, WITHIN_SECONDS);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
