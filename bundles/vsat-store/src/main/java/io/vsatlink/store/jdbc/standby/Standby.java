/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.standby;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.Replication;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A standby of the database, from which snapshots may be read instead. A thread of its own looks at it each second, so that no
 * reader waits for one that does not answer. Thread-safe.
 */
public final class Standby implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final long END_SECONDS = 3;

    /** How long it may be unusable before a person should look at it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final Database primary;
    private final Supplier<Database> opener;
    private final Duration lag;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "vsatlink-standby"));

    private final Progress progress;
    private volatile Database database;
    private volatile boolean closed;
    private volatile State state = new State(null, OptionalLong.empty(), "it was not looked at yet", System.nanoTime());

    /**
     * What is known at one moment.
     *
     * @param reading null if it can't be used
     * @param reached when the primary was where the standby is now
     * @param why it can't be used; empty if it can, as far as its age is not the reason
     * @param since when the standby became usable or unusable
     */
    private record State(Transactions reading, OptionalLong reached, String why, long since) {}

    /**
     * @param name of its data source, for users
     * @param opener opens it, or throws {@link StoreException}
     * @param lag the age up to which it is read
     */
    public Standby(String name, Database primary, Supplier<Database> opener, Duration lag) {
        this.name = name;
        this.primary = primary;
        this.opener = opener;
        this.lag = lag;
        this.progress = new Progress(lag.toNanos());
        var unused = thread.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Transactions that read from it; empty if it is too far behind or can't be used. */
    public Optional<Transactions> reading() {
        State now = state;
        return obstacle(now).isEmpty() ? Optional.of(now.reading()) : Optional.empty();
    }

    private String obstacle(State now) {
        if (!now.why().isEmpty()) {
            return now.why();
        }
        if (now.reached().isEmpty()) {
            return "it has not caught up since it was first looked at";
        }
        long age = System.nanoTime() - now.reached().getAsLong();
        return age <= lag.toNanos()
                ? ""
                : "it is " + seconds(age) + " behind, and readLag allows " + seconds(lag.toNanos());
    }

    private static String seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos) + " s";
    }

    /** Where snapshots are read, as a text for users. */
    public String description() {
        State now = state;
        String obstacle = obstacle(now);
        return obstacle.isEmpty()
                ? "standby " + name + ", at most "
                        + seconds(System.nanoTime() - now.reached().getAsLong() + TimeUnit.SECONDS.toNanos(1))
                        + " behind"
                : "primary, because of standby " + name + ": " + obstacle;
    }

    /** What a person should check, as a sentence; empty if there is nothing. */
    public Optional<String> warning() {
        State now = state;
        String obstacle = obstacle(now);
        return obstacle.isEmpty() || System.nanoTime() - now.since() < PATIENCE.toNanos()
                ? Optional.empty()
                : Optional.of(
                        "Exports and pages are read from the primary, because of standby " + name + ": " + obstacle);
    }

    private void look() {
        State before = state;
        try {
            Transactions reading = before.reading();
            Replication queries = primary.dialect()
                    .replication()
                    .orElseThrow(() -> new StoreException("the database has no standby that could be read"));
            if (database == null) {
                Database opened = opener.get();
                database = opened;
                requireStandby(queries);
                reading = new Transactions(opened);
            }
            long asked = System.nanoTime();
            progress.primaryAt(asked, Long.parseLong(ask(primary, queries.position())));
            String replayed = ask(database, queries.replayed());
            if (replayed == null) {
                throw new StoreException("it is not a standby, or is one no longer");
            }
            progress.standbyAt(Long.parseLong(replayed));
            OptionalLong age = progress.age(asked);
            become(before, reading, age.isEmpty() ? age : OptionalLong.of(asked - age.getAsLong()), "");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("standby {}", name, e);
            leave();
            become(before, null, OptionalLong.empty(), e.getMessage());
        } finally {
            if (closed) {
                leave();
            }
        }
    }

    private void become(State before, Transactions reading, OptionalLong reached, String why) {
        boolean same = obstacle(before).isEmpty() == (why.isEmpty() && reached.isPresent());
        State now = new State(reading, reached, why, same ? before.since() : System.nanoTime());
        if (closed) {
            return;
        }
        if (!why.equals(before.why())) {
            LOG.info("Standby {}: {}", name, why.isEmpty() ? "can be read" : why);
        }
        state = now;
    }

    private void requireStandby(Replication queries) throws SQLException {
        if (!ask(primary, queries.identity()).equals(ask(database, queries.identity()))) {
            throw new StoreException("it is a standby of another database");
        }
    }

    private static String ask(Database of, String query) throws SQLException {
        try (Connection connection = of.connect();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet result = select.executeQuery()) {
            String answer = result.next() ? result.getString(1) : null;
            connection.rollback();
            return answer;
        }
    }

    private synchronized void leave() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    /** Ends within three seconds. A look that takes longer returns the database when it ends. */
    @Override
    public void close() {
        closed = true;
        state = new State(null, OptionalLong.empty(), "the store is closed", System.nanoTime());
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
