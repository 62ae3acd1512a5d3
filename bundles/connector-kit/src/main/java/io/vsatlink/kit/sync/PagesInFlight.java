/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The pages on their way, and those that have arrived and not been taken yet. For one thread, which sends and takes;
 * others fetch.
 */
final class PagesInFlight {
    /** Decoded bytes; as rows in memory they are some three times as much. */
    private static final long MOST_BYTES = 16L << 20;

    private static final long AGAIN_MILLIS = 200;

    /**
     * The answer to a call.
     *
     * @param request null for the rows of one item
     * @param page empty if the vendor has no such page
     */
    record Fetched(PageRequest request, Optional<ListedPage> page) {}

    private final ExecutorCompletionService<Fetched> fetched;
    private int count;
    private long largest = 1;

    PagesInFlight(Executor threads) {
        this.fetched = new ExecutorCompletionService<>(threads);
    }

    /**
     * Whether another page may be requested.
     *
     * @param allowed maximum number in flight
     */
    boolean hasRoom(int allowed) {
        return count == 0 || (count < allowed && (count + 1) * largest <= MOST_BYTES);
    }

    void send(Callable<Fetched> call) throws StoppedException {
        try {
            Future<Fetched> unused = fetched.submit(call);
            count++;
        } catch (RejectedExecutionException e) {
            // the element's threads end before its polls do
            throw new StoppedException();
        }
    }

    boolean none() {
        return count == 0;
    }

    /**
     * The next page to arrive, in whatever order.
     *
     * @param stop also ends the wait for a page whose call started just after all calls were aborted
     */
    Fetched take(StopSignal stop) throws SyncFailed, StoppedException {
        try {
            Future<Fetched> next = fetched.poll(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            while (next == null) {
                if (stop.stopped()) {
                    throw new StoppedException();
                }
                next = fetched.poll(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
            count--;
            Fetched arrived = next.get();
            arrived.page()
                    .ifPresent(page -> largest = Math.max(largest, page.head().bytes()));
            return arrived;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SyncFailed failed) {
                throw failed;
            }
            if (cause instanceof StoppedException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("reading a page failed", cause);
        }
    }

    /**
     * Waits until none is on its way.
     *
     * @param abort aborts the running calls; one that is just starting may escape it once
     */
    void giveUp(Runnable abort) {
        while (count > 0) {
            abort.run();
            try {
                if (fetched.poll(AGAIN_MILLIS, TimeUnit.MILLISECONDS) != null) {
                    count--;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
