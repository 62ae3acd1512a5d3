/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.StoreLifecycle.DatabaseOpener;
import io.vsatlink.store.StoreLifecycle.Work;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.move.Move;
import io.vsatlink.store.move.MoveProgress;
import io.vsatlink.store.move.Side;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A move, as work of the store's thread. The other database is examined while the store is still open. */
final class DatabaseMove implements Work {
    private final String target;
    private final boolean replacing;
    private final DatabaseOpener opener;
    private final BooleanSupplier isOpen;
    private final Clock clock;
    private final MoveProgress progress;

    /**
     * @param target the data source of the other database
     * @param isOpen whether the store is open
     */
    DatabaseMove(
            String target,
            boolean replacing,
            DatabaseOpener opener,
            BooleanSupplier isOpen,
            Clock clock,
            MoveProgress progress) {
        this.target = target;
        this.replacing = replacing;
        this.opener = opener;
        this.isOpen = isOpen;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public StoreSettings run(StoreSettings settings, Occupant occupant, Consumer<String> shut) {
        if (target.equals(settings.dataSource())) {
            throw new StoreException("The store uses " + named(target) + " already");
        }
        StoreSettings next = settings.withDataSource(target);
        boolean open = isOpen.getAsBoolean();
        try (Side to = open
                ? Side.target(target, opener.open(next), Occupant.ofThisProcess(), clock, replacing)
                : Side.source(target, opener.open(next), Occupant.ofThisProcess(), clock)) {
            shut.accept("its data is being moved to " + to.description()
                    + " (vsat:store-move); polls wait, and requests are refused until that is done");
            try (Side from = Side.source(settings.dataSource(), opener.open(settings), occupant, clock)) {
                Move move = new Move(from, to, clock, progress);
                if (open) {
                    move.run();
                } else {
                    move.finish();
                }
            }
        }
        return next;
    }

    static String named(String dataSource) {
        return dataSource.isEmpty() ? "the embedded database" : "data source " + dataSource;
    }

    @Override
    public void stop() {
        progress.stop();
    }
}
