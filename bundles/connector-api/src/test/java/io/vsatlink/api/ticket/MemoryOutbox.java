/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.MemoryLines.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox in memory: for tests. */
public final class MemoryOutbox implements Outbox {

    private final Clock clock;
    private final List<KeptRequest> entries = new ArrayList<>();
    private final MemoryLines lines = new MemoryLines();
    private boolean away;
    private boolean claimLost;
    private boolean sendersUnknown;

    public MemoryOutbox(Clock clock) {
        this.clock = clock;
    }

    /** While it is away, whoever delivers fails as with a database that cannot be reached. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** Whoever claims next does not learn that the claims were made. */
    public synchronized void loseClaim() {
        claimLost = true;
    }

    /** Nobody can ask for the number of senders. */
    public synchronized void hideSenders() {
        sendersUnknown = true;
    }

    private void requireThere() {
        if (away) {
            throw new StoreException("the database cannot be reached");
        }
    }

    @Override
    public synchronized Receipt accept(String system, TicketRequest request, String ticketId) {
        Optional<OutboxEntry> first = of(system)
                .map(KeptRequest::entry)
                .filter(entry -> duplicates(entry.request(), request))
                .findFirst();
        if (first.isPresent()) {
            OutboxEntry entry = told(first.get());
            return new Receipt(entry.id(), true, entry.state(), entry.ticketId());
        }
        long id = entries.size() + 1L;
        Line line = lines.add(id, system, request.reference());
        Instant now = clock.instant();
        KeptRequest accepted = KeptRequest.accepted(id, system, request, now);
        entries.replaceAll(kept -> kept.is(RequestState.WAITING)
                        && kept.entry().attempts() == 0
                        && line.equals(lines.of(kept.entry().id()))
                ? kept.dueAt(now)
                : kept);
        entries.add(accepted);
        if (!ticketId.isEmpty()) {
            lines.name(system, line, ticketId);
        }
        return new Receipt(
                id, false, RequestState.WAITING, told(accepted.entry()).ticketId());
    }

    private static boolean duplicates(TicketRequest one, TicketRequest other) {
        boolean submit = one.kind() == RequestKind.SUBMIT;
        if (submit != (other.kind() == RequestKind.SUBMIT)) {
            return false;
        }
        return submit
                ? one.reference().equals(other.reference())
                : !one.requestId().isEmpty() && one.requestId().equals(other.requestId());
    }

    @Override
    public synchronized void startOver(Claimant claimant) {
        requireThere();
        freeWhere(kept -> kept.claimant().container().equals(claimant.container())
                && (kept.claimant().element().equals(claimant.element())
                        || !kept.claimant().start().equals(claimant.start())));
    }

    private interface Condition {
        boolean holds(KeptRequest claimed);
    }

    private void freeWhere(Condition condition) {
        entries.replaceAll(kept -> kept.is(RequestState.CLAIMED) && condition.holds(kept)
                ? kept.changed(RequestState.WAITING, true, kept.entry().nextAttemptAt(), null, null)
                : kept);
    }

    @Override
    public synchronized List<Claim> claim(String system, Claimant claimant, int limit) {
        requireThere();
        Instant now = clock.instant();
        freeWhere(kept -> kept.leaseEnd().isBefore(now));
        Set<Line> busy = new HashSet<>();
        List<Claim> claims = new ArrayList<>();
        for (KeptRequest kept : List.copyOf(entries)) {
            OutboxEntry entry = kept.entry();
            boolean over = entry.state() == RequestState.DELIVERED || entry.state() == RequestState.DISCARDED;
            boolean first = !over && busy.add(lines.of(entry.id()));
            boolean due = kept.is(RequestState.WAITING) && due(entry, now);
            if (entry.system().equals(system) && first && due && claims.size() < limit) {
                KeptRequest claimed = kept.claimed(claimant, now);
                put(claimed);
                claims.add(new Claim(told(claimed.entry()), claimed.fence()));
            }
        }
        if (claimLost && !claims.isEmpty()) {
            claimLost = false;
            throw new StoreException("it is unknown whether the change was made");
        }
        return claims;
    }

    private static boolean due(OutboxEntry entry, Instant now) {
        return (entry.attempts() == 0 && entry.lastError().isEmpty())
                || !entry.nextAttemptAt().isAfter(now)
                || entry.nextAttemptAt().isAfter(now.plus(LONGEST_WAIT));
    }

    @Override
    public synchronized boolean mayCall(Claim claim) {
        requireThere();
        return entries.stream()
                .anyMatch(kept -> kept.is(RequestState.CLAIMED)
                        && kept.entry().id() == claim.entry().id()
                        && kept.fence() == claim.fence());
    }

    @Override
    public synchronized int senders(String system) {
        if (sendersUnknown) {
            throw new StoreException("the database cannot be reached");
        }
        return 1;
    }

    @Override
    public synchronized void waited(String system, Collection<Long> ids) {
        Instant now = clock.instant();
        entries.replaceAll(kept -> kept.is(RequestState.WAITING)
                        && kept.entry().system().equals(system)
                        && ids.contains(kept.entry().id())
                        && kept.entry().nextAttemptAt().isAfter(now)
                ? kept.changed(RequestState.WAITING, kept.entry().mayHaveArrived(), now, null, null)
                : kept);
    }

    @Override
    public synchronized boolean repeating(Claim claim, int repeats) {
        requireThere();
        return conclude(claim, kept -> kept.withRepeats(repeats));
    }

    @Override
    public synchronized boolean delivered(Claim claim, String ticketId) {
        return delivered(claim, ticketId, "");
    }

    @Override
    public synchronized boolean delivered(Claim claim, String ticketId, String remark) {
        requireThere();
        return conclude(claim, kept -> {
            lines.name(kept.entry().system(), lines.of(kept.entry().id()), ticketId);
            return kept.changed(RequestState.DELIVERED, false, kept.entry().nextAttemptAt(), remark, clock.instant());
        });
    }

    @Override
    public synchronized boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        requireThere();
        boolean may = mayHaveArrived || claim.entry().mayHaveArrived();
        return conclude(claim, kept -> kept.changed(RequestState.WAITING, may, at, error, null)
                .withRepeats(
                        mayHaveArrived ? kept.entry().repeats() : claim.entry().repeats()));
    }

    @Override
    public synchronized boolean postpone(Claim claim, Instant at, String reason) {
        return conclude(claim, kept -> {
            KeptRequest waiting =
                    kept.changed(RequestState.WAITING, kept.entry().mayHaveArrived(), at, reason, null);
            return waiting.withAttempts(kept.entry().attempts() - 1);
        });
    }

    @Override
    public synchronized void reconsider(String system) {
        Instant now = clock.instant();
        entries.replaceAll(
                kept -> kept.is(RequestState.WAITING) && kept.entry().system().equals(system) ? kept.dueAt(now) : kept);
    }

    @Override
    public synchronized List<OutboxEntry> submissions(String system, Map<String, String> fields) {
        return of(system)
                .map(kept -> told(kept.entry()))
                .filter(entry -> entry.request().kind() == RequestKind.SUBMIT)
                .filter(entry -> entry.request().fields().entrySet().containsAll(fields.entrySet()))
                .sorted(Comparator.comparing(OutboxEntry::id).reversed())
                .toList();
    }

    @Override
    public synchronized List<OutboxEntry> open(String system, String name) {
        Line line = lines.named(system, name);
        return of(system)
                .filter(kept -> !kept.over() && lines.of(kept.entry().id()).equals(line))
                .map(kept -> told(kept.entry()))
                .toList();
    }

    @Override
    public synchronized boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason) {
        Instant now = clock.instant();
        boolean held = conclude(claim, kept -> kept.takenBack(now, reason)
                .withAttempts(kept.entry().attempts() - 1));
        for (OutboxEntry each : held ? behind : List.<OutboxEntry>of()) {
            KeptRequest kept = kept(each.id());
            if (kept.is(RequestState.WAITING)) {
                put(kept.takenBack(now, reason));
            }
        }
        return held;
    }

    @Override
    public synchronized boolean block(Claim claim, String error, boolean mayHaveArrived) {
        requireThere();
        return conclude(
                claim,
                kept -> kept.changed(
                        RequestState.BLOCKED,
                        mayHaveArrived || claim.entry().mayHaveArrived(),
                        kept.entry().nextAttemptAt(),
                        error,
                        null));
    }

    private boolean conclude(Claim claim, UnaryOperator<KeptRequest> outcome) {
        KeptRequest kept = kept(claim.entry().id());
        if (!kept.is(RequestState.CLAIMED) || kept.fence() != claim.fence()) {
            return false;
        }
        put(outcome.apply(kept));
        return true;
    }

    @Override
    public synchronized Optional<OutboxEntry> retry(String system, long id) {
        Optional<OutboxEntry> retried =
                decide(system, id, Set.of(RequestState.BLOCKED, RequestState.DISCARDED), RequestState.WAITING);
        retried.ifPresent(entry -> put(kept(id).withRepeats(0)));
        return retried.flatMap(entry -> find(system, id));
    }

    @Override
    public synchronized Optional<OutboxEntry> discard(String system, long id) {
        return decide(system, id, Set.of(RequestState.BLOCKED, RequestState.WAITING), RequestState.DISCARDED);
    }

    private Optional<OutboxEntry> decide(String system, long id, Set<RequestState> from, RequestState to) {
        Optional<KeptRequest> found = of(system)
                .filter(kept -> kept.entry().id() == id)
                .filter(kept -> from.contains(kept.entry().state()))
                .findFirst();
        found.ifPresent(kept -> put(kept.changed(to, kept.entry().mayHaveArrived(), clock.instant(), null, null)));
        return found.flatMap(kept -> find(system, id));
    }

    @Override
    public synchronized Optional<OutboxEntry> find(String system, long id) {
        return of(system)
                .map(KeptRequest::entry)
                .filter(entry -> entry.id() == id)
                .map(this::told)
                .findFirst();
    }

    @Override
    public synchronized List<OutboxEntry> entries(String system, int limit) {
        Comparator<OutboxEntry> byId = Comparator.comparing(OutboxEntry::id);
        Stream<OutboxEntry> open =
                of(system).filter(kept -> !kept.over()).map(KeptRequest::entry).sorted(byId);
        Stream<OutboxEntry> over =
                of(system).filter(KeptRequest::over).map(KeptRequest::entry).sorted(byId.reversed());
        return Stream.concat(open, over).limit(limit).map(this::told).toList();
    }

    @Override
    public synchronized List<OutboxEntry> entriesOf(String system, Set<String> ofTicket, int limit) {
        Set<Line> wanted =
                ofTicket.stream().map(name -> lines.named(system, name)).collect(Collectors.toSet());
        return of(system)
                .map(KeptRequest::entry)
                .filter(entry -> wanted.contains(lines.of(entry.id())))
                .sorted(Comparator.comparing(OutboxEntry::id).reversed())
                .limit(limit)
                .map(this::told)
                .toList();
    }

    @Override
    public synchronized OutboxCounts counts(String system) {
        return new OutboxCounts(
                count(system, RequestState.WAITING) + count(system, RequestState.CLAIMED),
                count(system, RequestState.DELIVERED),
                count(system, RequestState.BLOCKED),
                count(system, RequestState.DISCARDED),
                of(system)
                        .filter(kept ->
                                !kept.over() && !isBehindPostponed(kept.entry().id()))
                        .map(kept -> kept.entry().createdAt())
                        .findFirst()
                        .orElse(null));
    }

    private boolean isBehindPostponed(long id) {
        return entries.stream()
                .map(KeptRequest::entry)
                .anyMatch(entry -> entry.id() <= id
                        && entry.postponed()
                        && lines.of(entry.id()).equals(lines.of(id)));
    }

    private long count(String system, RequestState state) {
        return of(system).filter(kept -> kept.is(state)).count();
    }

    @Override
    public synchronized List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit) {
        return of(system)
                .filter(kept -> kept.is(RequestState.DELIVERED))
                .map(kept -> told(kept.entry()))
                .filter(entry -> entry.request().kind() == RequestKind.UPDATE)
                .filter(entry -> entry.ticketId().equals(ticketId))
                .sorted(Comparator.comparing(OutboxEntry::id).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<KeptRequest> of(String system) {
        return entries.stream().filter(kept -> kept.entry().system().equals(system));
    }

    private KeptRequest kept(long id) {
        return entries.get((int) id - 1);
    }

    private void put(KeptRequest kept) {
        entries.set((int) kept.entry().id() - 1, kept);
    }

    private OutboxEntry told(OutboxEntry entry) {
        String ticketId = lines.ticketId(entry.id());
        return new OutboxEntry(
                entry.id(),
                entry.system(),
                entry.key(),
                entry.request(),
                entry.state(),
                entry.attempts(),
                entry.mayHaveArrived(),
                entry.repeats(),
                entry.nextAttemptAt(),
                entry.claimedBy(),
                entry.lastError(),
                entry.createdAt(),
                entry.deliveredAt(),
                ticketId);
    }
}
