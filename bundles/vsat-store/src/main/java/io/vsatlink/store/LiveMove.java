/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.store.StoreLifecycle.DatabaseOpener;
import io.vsatlink.store.StoreLifecycle.Work;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.move.Move;
import io.vsatlink.store.move.MoveProgress;
import io.vsatlink.store.move.Side;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has the store's thread move the data, and then sets {@code dataSource} for the person who asked for it. */
final class LiveMove implements StoreMove {
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Sets {@code dataSource} as a person does. */
    interface Switch {
        void set(String dataSource) throws BadValueException, IOException;
    }

    private final StoreLifecycle lifecycle;
    private final DatabaseOpener opener;
    private final Switch setting;
    private final Clock clock;

    LiveMove(StoreLifecycle lifecycle, DatabaseOpener opener, Switch setting, Clock clock) {
        this.lifecycle = lifecycle;
        this.opener = opener;
        this.setting = setting;
        this.clock = clock;
    }

    @Override
    public String move(String dataSource, boolean replacing, Consumer<String> lines) {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        MoveProgress progress = new MoveProgress(said::add);
        DatabaseMove move = new DatabaseMove(
                dataSource, replacing, opener, () -> lifecycle.store().isPresent(), clock, progress);
        await(lifecycle.submit(move), move, said, lines);
        set(dataSource);
        return "All data was moved, and the store uses " + DatabaseMove.named(dataSource)
                + " now; dataSource is set. The old database is kept, and marked as out of date.";
    }

    private static void await(
            CompletableFuture<StoreSettings> end, Work work, BlockingQueue<String> said, Consumer<String> lines) {
        boolean interrupted = false;
        while (!end.isDone() || !said.isEmpty()) {
            try {
                String line = said.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (line != null) {
                    lines.accept(line);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                work.stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        result(end);
    }

    private static void result(CompletableFuture<StoreSettings> end) {
        try {
            var unused = end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException failure
                    ? new StoreException(failure.getMessage(), failure)
                    : new IllegalStateException("internal error, see the log: " + e.getCause(), e);
        }
    }

    private void set(String dataSource) {
        try {
            setting.set(dataSource);
        } catch (BadValueException | IOException e) {
            throw new StoreException(
                    "All data was moved, and the store uses " + DatabaseMove.named(dataSource)
                            + " now, but the setting dataSource cannot be changed: " + e.getMessage()
                            + "; set it to \"" + dataSource + "\" before the next start",
                    e);
        }
    }

    @Override
    public String takeBack() {
        result(lifecycle.submit(new TakingBack()));
        return "The database is used again. Each request in it that is not finished is looked up before it is sent."
                + " What has happened in the other database since is not in this one.";
    }

    private final class TakingBack implements Work {
        @Override
        public StoreSettings run(StoreSettings now, Occupant occupant, Consumer<String> shut) {
            if (lifecycle.store().isPresent()) {
                throw new StoreException("The store is open: no move has left its database");
            }
            try (Side left = Side.source(now.dataSource(), opener.open(now), occupant, clock)) {
                Move.takeBack(left);
            }
            return now;
        }

        @Override
        public void stop() {
            // it is short
        }
    }
}
