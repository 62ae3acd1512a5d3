/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.jdbc.outbox.OutboxLine.Accepted;
import io.vsatlink.store.jdbc.outbox.OutboxTable.Found;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores requests as rows. Each change names its claim by the fence number, so that it stays correct if several containers
 * share a database.
 */
public final class JdbcOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);
    private static final int LONGEST_ERROR = 2_000;

    private final Transactions transactions;
    private final OutboxTable table;
    private final OutboxQueries queries;
    private final Clock clock;

    /** Determines when claims end: a fast local clock must not invalidate the claims of others. */
    private final DatabaseClock leaseClock;

    private final Claims claims;
    private final OutboxCopy copy;

    /** @param run this run of the container, if the database is shared */
    public JdbcOutbox(Transactions transactions, Clock clock, Supplier<String> run, OutboxCopy copy) {
        this.copy = copy;
        this.transactions = transactions;
        this.table = new OutboxTable(transactions.database().dialect());
        this.queries = new OutboxQueries(table);
        this.clock = clock;
        this.leaseClock = new DatabaseClock(transactions.database(), clock);
        this.claims = new Claims(leaseClock, run);
    }

    @Override
    public Receipt accept(String system, TicketRequest request, String ticketId) {
        Accepted accepting = new Accepted(UUID.randomUUID().toString(), system, request, ticketId, now(), 0);
        OutboxEntry entry = write(system, c -> {
            Optional<OutboxEntry> first = first(c, accepting);
            return first.isPresent() ? first.get() : insert(c, accepting, false);
        });
        boolean duplicate = !entry.key().equals(accepting.key());
        if (!duplicate) {
            copy.accepted(entry);
        }
        return new Receipt(entry.id(), duplicate, entry.state(), entry.ticketId());
    }

    /** The earlier request that this one repeats. */
    private Optional<OutboxEntry> first(Connection c, Accepted kept) throws SQLException {
        List<String> unique = OutboxTable.unique(kept.request(), kept.key());
        return table
                .select(c, "outbox_by_unique_key", table.first(), 1, unique.get(0), unique.get(1), kept.system())
                .stream()
                .map(Found::entry)
                .findFirst();
    }

    private OutboxEntry insert(Connection c, Accepted kept, boolean mayHaveArrived) throws SQLException {
        long line = TicketNames.line(c, kept.system(), kept.request().reference(), kept.ticketId());
        long id = table.insert(c, kept, line, mayHaveArrived);
        return queries.found(c, kept.system(), id).orElseThrow();
    }

    /** Takes requests that the database lacks from the copy, and rewrites the copy. */
    public void recover() {
        Collection<Accepted> kept = copy.read();
        List<OutboxEntry> open = write("all systems", c -> {
            for (Accepted each : kept) {
                if (first(c, each).isEmpty()) {
                    OutboxEntry recovered = insert(c, each, true);
                    LOG.warn("Request {} of {} was recovered from the copy", recovered.id(), recovered.system());
                }
            }
            return table
                    .select(c, "outbox_by_line", "WHERE o.state IN " + OutboxTable.OPEN + " ORDER BY o.id", 0)
                    .stream()
                    .map(Found::entry)
                    .toList();
        });
        copy.replace(open);
    }

    @Override
    public void startOver(Claimant claimant) {
        write("earlier claims", c -> claims.startOver(c, claimant));
    }

    @Override
    public List<Claim> claim(String system, Claimant claimant, int limit) {
        Instant now = now();
        boolean any = read(system, c -> mayClaim(c, system, now));
        return any
                ? write(
                        system,
                        c -> claim(c, system, claimant, now, limit),
                        (c, made) -> made.isEmpty()
                                || OutboxQueries.isClaimed(
                                        c, made.get(0), claimant, claims.run().get()))
                : List.of();
    }

    /** Checked without a write lock, so that a check does not block other writers. */
    private boolean mayClaim(Connection c, String system, Instant now) throws SQLException {
        return !table.select(c, "outbox_by_state", table.due(), 1, system, now, now.plus(LONGEST_WAIT))
                        .isEmpty()
                || claims.anyOver(c, system);
    }

    private List<Claim> claim(Connection c, String system, Claimant claimant, Instant now, int limit)
            throws SQLException {
        Instant leaseNow = leaseClock.now(c);
        claims.free(c, system);
        List<Claim> made = new ArrayList<>();
        Instant last = now.plus(LONGEST_WAIT);
        for (Found due : table.select(c, "outbox_by_state", table.due(), limit, system, now, last)) {
            int taken = OutboxTable.update(
                    c,
                    "UPDATE outbox SET state = 'CLAIMED', attempts = attempts + 1, fence = fence + 1, claimed_by = ?,"
                            + " claimed_in = ?, claimed_start = ?, claimed_run = ?, lease_end = ?"
                            + " WHERE id = ? AND state = 'WAITING' AND fence = ?",
                    claimant.element(),
                    claimant.container(),
                    claimant.start(),
                    claims.run().get(),
                    leaseNow.plus(claimant.lease()),
                    due.entry().id(),
                    due.fence());
            if (taken == 1) {
                made.add(new Claim(queries.found(c, system, due.entry().id()).orElseThrow(), due.fence() + 1));
            }
        }
        return made;
    }

    @Override
    public void waited(String system, Collection<Long> ids) {
        Instant now = now();
        write(system, c -> {
            for (Long id : ids) {
                OutboxTable.update(
                        c,
                        "UPDATE outbox SET next_attempt_at = ? WHERE system_name = ? AND id = ? AND state = 'WAITING'"
                                + " AND next_attempt_at > ?",
                        now,
                        system,
                        id,
                        now);
            }
            return null;
        });
    }

    @Override
    public boolean repeating(Claim claim, int repeats) {
        boolean held = write(
                claim.entry().system(),
                c -> OutboxTable.update(
                                c,
                                "UPDATE outbox SET repeats = ? WHERE id = ? AND state = 'CLAIMED' AND fence = ?",
                                repeats,
                                claim.entry().id(),
                                claim.fence())
                        == 1);
        if (held) {
            copy.repeating(claim.entry(), repeats);
        }
        return held;
    }

    @Override
    public boolean delivered(Claim claim, String ticketId) {
        String system = claim.entry().system();
        boolean held = conclude(
                claim,
                RequestState.DELIVERED,
                "",
                "may_have_arrived = FALSE, delivered_at = ?",
                c -> TicketNames.learn(
                        c, system, OutboxQueries.line(c, claim.entry().id()), ticketId),
                now());
        if (held) {
            copy.over(claim.entry().key());
        }
        return held;
    }

    @Override
    public boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        if (mayHaveArrived) {
            String changes = "next_attempt_at = ?, may_have_arrived = TRUE";
            return conclude(claim, RequestState.WAITING, stored(error), changes, c -> {}, at);
        }
        String changes = "next_attempt_at = ?, repeats = ?";
        return conclude(
                claim,
                RequestState.WAITING,
                stored(error),
                changes,
                c -> {},
                at,
                claim.entry().repeats());
    }

    @Override
    public boolean block(Claim claim, String error, boolean mayHaveArrived) {
        return conclude(
                claim,
                RequestState.BLOCKED,
                stored(error),
                "may_have_arrived = ?",
                c -> {},
                mayHaveArrived || claim.entry().mayHaveArrived());
    }

    private interface AndThen {
        void on(Connection connection) throws SQLException;
    }

    private boolean conclude(
            Claim claim, RequestState state, String error, String changes, AndThen then, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(state.name(), error));
        parameters.addAll(List.of(values));
        parameters.addAll(List.of(claim.entry().id(), claim.fence()));
        return write(
                claim.entry().system(),
                c -> {
                    int concerned = OutboxTable.update(
                            c,
                            "UPDATE outbox SET state = ?, last_error = ?, " + changes
                                    + ", lease_end = NULL WHERE id = ? AND state = 'CLAIMED' AND fence = ?",
                            parameters.toArray());
                    if (concerned == 1) {
                        then.on(c);
                    }
                    return concerned == 1;
                },
                (c, held) -> !held || OutboxQueries.isConcluded(c, claim, state, error));
    }

    @Override
    public Optional<OutboxEntry> retry(String system, long id) {
        Optional<OutboxEntry> retried = decide(
                system,
                id,
                "state = ?, next_attempt_at = ?, repeats = 0",
                "('BLOCKED', 'DISCARDED')",
                RequestState.WAITING);
        retried.ifPresent(copy::accepted);
        return retried;
    }

    @Override
    public Optional<OutboxEntry> discard(String system, long id) {
        Optional<OutboxEntry> discarded =
                decide(system, id, "state = ?, next_attempt_at = ?", "('BLOCKED', 'WAITING')", RequestState.DISCARDED);
        discarded.ifPresent(entry -> copy.over(entry.key()));
        return discarded;
    }

    private Optional<OutboxEntry> decide(String system, long id, String changes, String from, RequestState to) {
        return write(
                system,
                c -> {
                    int concerned = OutboxTable.update(
                            c,
                            "UPDATE outbox SET " + changes + " WHERE system_name = ? AND id = ? AND state IN " + from,
                            to.name(),
                            now(),
                            system,
                            id);
                    return concerned == 0 ? Optional.empty() : queries.found(c, system, id);
                },
                (c, decided) -> queries.found(c, system, id).equals(decided));
    }

    @Override
    public Optional<OutboxEntry> find(String system, long id) {
        return read(system, c -> queries.found(c, system, id));
    }

    @Override
    public List<OutboxEntry> entries(String system, int limit) {
        return read(system, c -> queries.entries(c, system, limit));
    }

    @Override
    public OutboxCounts counts(String system) {
        return read(system, c -> OutboxQueries.counts(c, system));
    }

    @Override
    public List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit) {
        return read(system, c -> queries.deliveredUpdates(c, system, ticketId, limit));
    }

    /** What a person should check, as a sentence; empty if there is nothing. */
    public Optional<String> warning() {
        return copy.warning();
    }

    /** Deletes the requests that ended before this time. */
    public void prune(Instant cutoff) {
        write("old requests", c -> {
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DELIVERED' AND delivered_at < ?", cutoff);
            // the time of discarding is stored as the last "next attempt"
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DISCARDED' AND next_attempt_at < ?", cutoff);
            TicketNames.prune(c);
            return null;
        });
        recover();
    }

    /** The beginning, as the database can store it. */
    private String stored(String error) {
        return table.dialect().stored(error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
    }

    private Instant now() {
        return clock.instant();
    }

    private <T> T read(String system, Transactions.Work<T> work) {
        return transactions.read("the outbox of " + system, work);
    }

    /** For what may be repeated, see {@link Transactions#write(String, Transactions.Work)}. */
    private <T> T write(String system, Transactions.Work<T> work) {
        return write(system, work, (c, result) -> false);
    }

    /** Serializes the writers of several containers; {@link Transactions} does this within one container. */
    private <T> T write(String system, Transactions.Work<T> work, Transactions.Question<T> tookEffect) {
        return transactions.write(
                "the outbox of " + system,
                c -> {
                    if (transactions.database().shared()) {
                        OutboxTable.update(c, "LOCK TABLE outbox IN EXCLUSIVE MODE");
                    }
                    return work.on(c);
                },
                tookEffect);
    }
}
