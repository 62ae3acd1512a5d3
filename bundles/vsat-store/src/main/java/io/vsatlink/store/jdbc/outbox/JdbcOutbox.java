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
import io.vsatlink.store.jdbc.table.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Stores requests as rows. Each change names its claim by the fence number, so that it stays correct if several containers
 * share a database.
 */
public final class JdbcOutbox implements Outbox {
    private final OutboxTransactions transactions;
    private final OutboxQueries queries;
    private final Acceptance acceptance;
    private final Claims claims;
    private final Outcomes outcomes;
    private final TicketNames names;
    private final OutboxCopy copy;
    private final Clock clock;

    /** @param run this run of the container, if the database is shared */
    public JdbcOutbox(Transactions transactions, Clock clock, Supplier<String> run, OutboxCopy copy) {
        this.transactions = new OutboxTransactions(transactions);
        OutboxTable table = new OutboxTable(transactions.database().dialect());
        this.queries = new OutboxQueries(table);
        this.names = new TicketNames(this.transactions);
        this.acceptance = new Acceptance(this.transactions, table, names, copy);
        this.claims = new Claims(this.transactions, table, new DatabaseClock(transactions.database(), clock), run);
        this.outcomes = new Outcomes(this.transactions, table, names, copy);
        this.copy = copy;
        this.clock = clock;
    }

    @Override
    public Receipt accept(String system, TicketRequest request, String ticketId) {
        String key = UUID.randomUUID().toString();
        OutboxEntry entry = acceptance.accept(new Accepted(key, system, request, ticketId, now(), 0));
        return new Receipt(entry.id(), !entry.key().equals(key), entry.state(), entry.ticketId());
    }

    /** Takes requests that the database lacks from the copy, and rewrites the copy. */
    public void recover() {
        acceptance.recover();
    }

    @Override
    public void startOver(Claimant claimant) {
        claims.startOver(claimant);
    }

    @Override
    public List<Claim> claim(String system, Claimant claimant, int limit) {
        return claims.claim(system, claimant, limit, now());
    }

    @Override
    public boolean mayCall(Claim claim) {
        return claims.mayCall(claim);
    }

    @Override
    public int senders(String system) {
        return claims.senders(system);
    }

    @Override
    public void waited(String system, Collection<Long> ids) {
        Instant now = now();
        transactions.write(system, c -> {
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
        return outcomes.repeating(claim, repeats);
    }

    @Override
    public boolean delivered(Claim claim, String ticketId) {
        return delivered(claim, ticketId, "");
    }

    @Override
    public boolean delivered(Claim claim, String ticketId, String remark) {
        return outcomes.delivered(claim, ticketId, remark, now());
    }

    @Override
    public boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        return outcomes.retryAt(claim, at, error, mayHaveArrived);
    }

    @Override
    public boolean postpone(Claim claim, Instant at, String reason) {
        return outcomes.postpone(claim, at, reason);
    }

    @Override
    public void reconsider(String system) {
        Instant now = now();
        transactions.write(
                system,
                c -> OutboxTable.update(
                        c,
                        "UPDATE outbox SET next_attempt_at = ? WHERE system_name = ? AND state = 'WAITING'"
                                + " AND next_attempt_at > ?",
                        now,
                        system,
                        now));
    }

    @Override
    public List<OutboxEntry> submissions(String system, Map<String, String> fields) {
        return transactions.read(system, c -> queries.submissions(c, system, fields));
    }

    @Override
    public List<OutboxEntry> open(String system, String name) {
        return transactions.read(system, c -> queries.open(c, system, name));
    }

    @Override
    public boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason) {
        return outcomes.takeBack(claim, behind, reason, now());
    }

    @Override
    public boolean block(Claim claim, String error, boolean mayHaveArrived) {
        return outcomes.block(claim, error, mayHaveArrived);
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
        return transactions.write(
                system,
                c -> {
                    // a discarded request that is open again precedes later ones of its ticket
                    names.lockFor(c, system, id, "");
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
        return transactions.read(system, c -> queries.found(c, system, id));
    }

    @Override
    public List<OutboxEntry> entries(String system, int limit) {
        return transactions.read(system, c -> queries.entries(c, system, limit));
    }

    @Override
    public List<OutboxEntry> entriesOf(String system, Set<String> ofTicket, int limit) {
        return transactions.read(system, c -> queries.entriesOf(c, system, ofTicket, limit));
    }

    @Override
    public OutboxCounts counts(String system) {
        return transactions.read(system, c -> OutboxQueries.counts(c, system));
    }

    @Override
    public List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit) {
        return transactions.read(system, c -> queries.deliveredUpdates(c, system, ticketId, limit));
    }

    /** What a person should check, as a sentence; empty if there is nothing. */
    public Optional<String> warning() {
        return copy.warning();
    }

    /** Deletes the requests that ended before this time. */
    public void prune(Instant cutoff) {
        transactions.write("old requests", c -> {
            transactions.lockAll(c);
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DELIVERED' AND delivered_at < ?", cutoff);
            // the time of discarding is stored as the last "next attempt"
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DISCARDED' AND next_attempt_at < ?", cutoff);
            names.prune(c);
            return null;
        });
        recover();
    }

    private Instant now() {
        return clock.instant();
    }
}
