/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.runtime.ElementClock;
import io.vsatlink.runtime.ThreadsEnd;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.standby.Standby;
import io.vsatlink.store.lease.Occupant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store, retries if that fails, opens another one if the database is lost, prunes the history at intervals, and
 * closes the store. All this happens on a separate thread, so that no caller waits. Other threads only read the state.
 */
final class StoreLifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLifecycle.class);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);

    /** Longer than pruning a large history takes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String OPENING = "it is being opened";

    /** Opens the database that the settings name; throws {@link StoreException} with the reason if that fails. */
    interface DatabaseOpener {
        Database open(StoreSettings settings);

        /** Opens the database of this DataSource service in the same way. */
        default Database service(String name) {
            throw new StoreException("There is no data source service named " + name);
        }
    }

    /** Work on databases while the store is not open, on the store's thread. */
    interface Work {

        /**
         * @param shut closes the store, with the reason for those who wait for it; it is opened again after the work
         * @return the settings from now on
         * @throws StoreException if it failed; then the settings stay as they are
         */
        StoreSettings run(StoreSettings settings, Occupant occupant, Consumer<String> shut);

        /** Has it fail soon. Returns immediately. */
        void stop();
    }

    private final DatabaseOpener opener;
    private final Clock clock;
    private final ChangeSignal changes;
    private final ElementClock thread;

    private StoreSettings settings;
    private Standby standby;
    private Instant pruned = Instant.MIN;
    private Occupant occupant = Occupant.ofThisProcess();
    private volatile Standing standing = new Standing(null, OPENING);
    private Consumer<JdbcVsatStore> follower = store -> {};
    private volatile Work working;

    /**
     * The state at one moment.
     *
     * @param store null while the store is not open
     * @param reason why it is not open, as a sentence; empty while it is
     */
    record Standing(JdbcVsatStore store, String reason) {

        Optional<JdbcVsatStore> open() {
            return Optional.ofNullable(store);
        }
    }

    /** @param changes fired after each check of the database */
    StoreLifecycle(DatabaseOpener opener, Clock clock, Duration retryEvery, ChangeSignal changes) {
        this.opener = opener;
        this.clock = clock;
        this.changes = changes;
        this.thread = new ElementClock(work -> new Thread(work, "vsatlink-store"), PATIENCE, changes::fire);
        var unused = thread.every(retryEvery, this::tick);
    }

    /**
     * Calls this with each store that is opened, and with null when one is about to be closed, on the store's thread. Returns
     * immediately.
     */
    void follow(Consumer<JdbcVsatStore> next) {
        thread.execute(() -> {
            follower = next;
            next.accept(standing.store());
        });
    }

    /** Applies new settings. Returns immediately. */
    void apply(StoreSettings next) {
        thread.execute(() -> {
            if (settings != null && !settings.dataSource().equals(next.dataSource())) {
                shut();
            }
            boolean readsAsBefore = settings != null && settings.readsAs(next);
            settings = next;
            if (!readsAsBefore) {
                standing.open().ifPresent(this::readFromStandby);
            }
            tick();
        });
    }

    /** Checks soon whether the database has appeared or disappeared. Returns immediately. */
    void look() {
        try {
            thread.execute(this::tick);
        } catch (RejectedExecutionException e) {
            LOG.debug("The store is closing; the search for its database ends", e);
        }
    }

    /**
     * Returns the open store.
     *
     * @throws StoreException with the reason if it is not open
     */
    JdbcVsatStore require() {
        Standing now = standing;
        return now.open().orElseThrow(() -> away(now.reason()));
    }

    private static StoreException away(String why) {
        String message = "Waiting for database: " + why;
        return why.equals(OPENING) ? new StoreOpeningException(message) : new StoreException(message);
    }

    /** The store; empty while it is not open. */
    Optional<JdbcVsatStore> store() {
        return standing.open();
    }

    Standing standing() {
        return standing;
    }

    /** The health of the store if its thread is running; otherwise the problem of the thread. */
    Health health(Supplier<Health> rest) {
        return thread.health(rest);
    }

    /** Catches all exceptions: one that escaped would end the schedule. */
    private void tick() {
        JdbcVsatStore store = standing.store();
        try {
            if (store != null && store.lost()) {
                LOG.warn("{}", store.trouble().orElse("The database is gone"));
                shut();
                store = null;
            }
            if (store == null && settings != null) {
                open();
            } else if (store != null && store.database().trouble().isPresent()) {
                probe(store);
            } else if (store != null && pruned.isBefore(clock.instant().minus(PRUNE_EVERY))) {
                pruned = clock.instant();
                store.prune(settings.historyRetention());
            }
        } catch (StoreException e) {
            LOG.warn("Pruning the history failed and will be retried: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A task of the store's thread failed; the thread continues", e);
            if (standing.store() == null) {
                standing = new Standing(null, "internal error, see the log: " + e);
            }
        } finally {
            changes.fire();
        }
    }

    private void open() {
        try {
            JdbcVsatStore opened = JdbcVsatStore.open(opener.open(settings), clock, occupant);
            occupant = occupant.again();
            readFromStandby(opened);
            standing = new Standing(opened, "");
            follower.accept(opened);
            LOG.info("The store is open: {}", opened.database().description());
        } catch (StoreException e) {
            if (!e.getMessage().equals(standing.reason())) {
                LOG.warn("Waiting for database: {}; retrying until it succeeds", e.getMessage());
            }
            standing = new Standing(null, e.getMessage());
        }
    }

    private void readFromStandby(JdbcVsatStore store) {
        Standby before = standby;
        String name = settings.readDataSource();
        standby = name.isEmpty()
                ? null
                : new Standby(name, store.database(), () -> opener.service(name), settings.readLag());
        store.readFrom(standby);
        leave(before);
    }

    private static void leave(Standby standby) {
        if (standby != null) {
            standby.close();
        }
    }

    /** Any read shows the database whether it works again, so that its problem is not reported for longer than it lasts. */
    private static void probe(JdbcVsatStore store) {
        try {
            store.elements();
        } catch (StoreException e) {
            LOG.debug("The database is not available yet", e);
        }
    }

    /**
     * Runs work with the store closed, and then opens the store again. Returns immediately.
     *
     * @return fails with what the work throws
     */
    CompletableFuture<StoreSettings> submit(Work work) {
        CompletableFuture<StoreSettings> end = new CompletableFuture<>();
        try {
            thread.execute(() -> run(work, end));
        } catch (RejectedExecutionException e) {
            end.completeExceptionally(new StoreException("The store is stopping", e));
        }
        return end;
    }

    private void run(Work work, CompletableFuture<StoreSettings> end) {
        try {
            settings = run(work);
        } catch (RuntimeException e) {
            reopen();
            end.completeExceptionally(e);
            return;
        } catch (Error e) {
            end.completeExceptionally(e);
            throw e;
        } finally {
            working = null;
        }
        reopen();
        end.complete(settings);
    }

    private StoreSettings run(Work work) {
        if (settings == null) {
            throw new StoreException("The store has no valid settings; vsat:status shows the reason");
        }
        working = work;
        if (thread.isShutdown()) {
            work.stop();
        }
        return work.run(settings, occupant, this::shut);
    }

    private void reopen() {
        if (!thread.isShutdown()) {
            tick();
        }
    }

    private void shut() {
        shut("it is closed");
    }

    private void shut(String reason) {
        JdbcVsatStore closing = standing.store();
        standing = new Standing(null, reason);
        leave(standby);
        standby = null;
        if (closing != null) {
            follower.accept(null);
            closing.close();
        }
    }

    /** Ends within five seconds, together with the thread. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        store().ifPresent(JdbcVsatStore::refuse);
        Work present = working;
        if (present != null) {
            present.stop();
        }
        thread.execute(this::shut);
        ThreadsEnd.await(List.of(thread), "The store");
    }
}
