/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox in memory: for tests. */
public final class MemoryOutbox implements Outbox {

    /** The requests of one ticket. */
    private record Line(long id) {}

    /** An entry, and what nobody sees of it. */
    private record Kept(OutboxEntry entry, long fence, Claimant claimant, Instant leaseEnd) {
        boolean is(RequestState state) {
            return entry.state() == state;
        }
    }

    private final Clock clock;
    private final List<Kept> entries = new ArrayList<>();
    private final Map<Long, Line> lines = new HashMap<>();
    private final Map<List<String>, Line> names = new HashMap<>();
    private final Map<Line, String> tickets = new HashMap<>();
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
                .map(Kept::entry)
                .filter(entry -> duplicates(entry.request(), request))
                .findFirst();
        if (first.isPresent()) {
            OutboxEntry entry = told(first.get());
            return new Receipt(entry.id(), true, entry.state(), entry.ticketId());
        }
        long id = entries.size() + 1L;
        Line line = names.computeIfAbsent(List.of(system, request.reference()), name -> new Line(id));
        lines.put(id, line);
        Instant now = clock.instant();
        OutboxEntry entry = new OutboxEntry(
                id,
                system,
                UUID.randomUUID().toString(),
                request,
                RequestState.WAITING,
                0,
                false,
                0,
                now,
                "",
                "",
                now,
                null,
                "");
        entries.replaceAll(kept -> kept.is(RequestState.WAITING)
                        && kept.entry().attempts() == 0
                        && line.equals(lines.get(kept.entry().id()))
                ? due(kept, now)
                : kept);
        entries.add(new Kept(entry, 0, null, null));
        if (!ticketId.isEmpty()) {
            name(system, line, ticketId);
        }
        return new Receipt(id, false, RequestState.WAITING, told(entry).ticketId());
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

    /** From now on the ticket's id leads to this line, with all that it led to before. */
    private void name(String system, Line line, String ticketId) {
        Line other = names.put(List.of(system, ticketId), line);
        tickets.put(line, ticketId);
        if (other != null && !other.equals(line)) {
            lines.replaceAll((id, its) -> its.equals(other) ? line : its);
            names.replaceAll((name, its) -> its.equals(other) ? line : its);
        }
    }

    @Override
    public synchronized void startOver(Claimant claimant) {
        requireThere();
        freeWhere(kept -> kept.claimant().container().equals(claimant.container())
                && (kept.claimant().element().equals(claimant.element())
                        || !kept.claimant().start().equals(claimant.start())));
    }

    private interface Condition {
        boolean holds(Kept claimed);
    }

    private void freeWhere(Condition condition) {
        entries.replaceAll(kept -> kept.is(RequestState.CLAIMED) && condition.holds(kept)
                ? changed(kept, RequestState.WAITING, true, kept.entry().nextAttemptAt(), null, null)
                : kept);
    }

    @Override
    public synchronized List<Claim> claim(String system, Claimant claimant, int limit) {
        requireThere();
        Instant now = clock.instant();
        freeWhere(kept -> kept.leaseEnd().isBefore(now));
        Set<Line> busy = new HashSet<>();
        List<Claim> claims = new ArrayList<>();
        for (Kept kept : List.copyOf(entries)) {
            OutboxEntry entry = kept.entry();
            boolean over = entry.state() == RequestState.DELIVERED || entry.state() == RequestState.DISCARDED;
            boolean first = !over && busy.add(lines.get(entry.id()));
            boolean due = kept.is(RequestState.WAITING) && due(entry, now);
            if (entry.system().equals(system) && first && due && claims.size() < limit) {
                OutboxEntry claimed = new OutboxEntry(
                        entry.id(),
                        system,
                        entry.key(),
                        entry.request(),
                        RequestState.CLAIMED,
                        entry.attempts() + 1,
                        entry.mayHaveArrived(),
                        entry.repeats(),
                        entry.nextAttemptAt(),
                        claimant.element(),
                        entry.lastError(),
                        entry.createdAt(),
                        null,
                        "");
                put(new Kept(claimed, kept.fence() + 1, claimant, now.plus(claimant.lease())));
                claims.add(new Claim(told(claimed), kept.fence() + 1));
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
                ? changed(kept, RequestState.WAITING, kept.entry().mayHaveArrived(), now, null, null)
                : kept);
    }

    @Override
    public synchronized boolean repeating(Claim claim, int repeats) {
        requireThere();
        return conclude(claim, kept -> repeats(kept, repeats));
    }

    @Override
    public synchronized boolean delivered(Claim claim, String ticketId) {
        return delivered(claim, ticketId, "");
    }

    @Override
    public synchronized boolean delivered(Claim claim, String ticketId, String remark) {
        requireThere();
        return conclude(claim, kept -> {
            name(kept.entry().system(), lines.get(kept.entry().id()), ticketId);
            return changed(kept, RequestState.DELIVERED, false, kept.entry().nextAttemptAt(), remark, clock.instant());
        });
    }

    @Override
    public synchronized boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        requireThere();
        boolean may = mayHaveArrived || claim.entry().mayHaveArrived();
        return conclude(
                claim,
                kept -> repeats(
                        changed(kept, RequestState.WAITING, may, at, error, null),
                        mayHaveArrived ? kept.entry().repeats() : claim.entry().repeats()));
    }

    @Override
    public synchronized boolean postpone(Claim claim, Instant at, String reason) {
        return conclude(claim, kept -> {
            Kept waiting = changed(kept, RequestState.WAITING, kept.entry().mayHaveArrived(), at, reason, null);
            return attempts(waiting, kept.entry().attempts() - 1);
        });
    }

    @Override
    public synchronized void reconsider(String system) {
        Instant now = clock.instant();
        entries.replaceAll(
                kept -> kept.is(RequestState.WAITING) && kept.entry().system().equals(system) ? due(kept, now) : kept);
    }

    private static Kept due(Kept kept, Instant now) {
        return kept.entry().nextAttemptAt().isAfter(now)
                ? changed(kept, RequestState.WAITING, kept.entry().mayHaveArrived(), now, null, null)
                : kept;
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
        Line line = names.get(List.of(system, name));
        return of(system)
                .filter(kept -> !over(kept) && lines.get(kept.entry().id()).equals(line))
                .map(kept -> told(kept.entry()))
                .toList();
    }

    @Override
    public synchronized boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason) {
        Instant now = clock.instant();
        boolean held = conclude(
                claim,
                kept -> attempts(takenBack(kept, now, reason), kept.entry().attempts() - 1));
        for (OutboxEntry each : held ? behind : List.<OutboxEntry>of()) {
            Kept kept = kept(each.id());
            if (kept.is(RequestState.WAITING)) {
                put(takenBack(kept, now, reason));
            }
        }
        return held;
    }

    private static Kept takenBack(Kept kept, Instant now, String reason) {
        return changed(kept, RequestState.DISCARDED, kept.entry().mayHaveArrived(), now, reason, null);
    }

    @Override
    public synchronized boolean block(Claim claim, String error, boolean mayHaveArrived) {
        requireThere();
        return conclude(
                claim,
                kept -> changed(
                        kept,
                        RequestState.BLOCKED,
                        mayHaveArrived || claim.entry().mayHaveArrived(),
                        kept.entry().nextAttemptAt(),
                        error,
                        null));
    }

    private boolean conclude(Claim claim, UnaryOperator<Kept> outcome) {
        Kept kept = kept(claim.entry().id());
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
        retried.ifPresent(entry -> put(repeats(kept(id), 0)));
        return retried.flatMap(entry -> find(system, id));
    }

    @Override
    public synchronized Optional<OutboxEntry> discard(String system, long id) {
        return decide(system, id, Set.of(RequestState.BLOCKED, RequestState.WAITING), RequestState.DISCARDED);
    }

    private Optional<OutboxEntry> decide(String system, long id, Set<RequestState> from, RequestState to) {
        Optional<Kept> found = of(system)
                .filter(kept -> kept.entry().id() == id)
                .filter(kept -> from.contains(kept.entry().state()))
                .findFirst();
        found.ifPresent(kept -> put(changed(kept, to, kept.entry().mayHaveArrived(), clock.instant(), null, null)));
        return found.flatMap(kept -> find(system, id));
    }

    @Override
    public synchronized Optional<OutboxEntry> find(String system, long id) {
        return of(system)
                .map(Kept::entry)
                .filter(entry -> entry.id() == id)
                .map(this::told)
                .findFirst();
    }

    @Override
    public synchronized List<OutboxEntry> entries(String system, int limit) {
        Comparator<OutboxEntry> byId = Comparator.comparing(OutboxEntry::id);
        Stream<OutboxEntry> open =
                of(system).filter(kept -> !over(kept)).map(Kept::entry).sorted(byId);
        Stream<OutboxEntry> over =
                of(system).filter(MemoryOutbox::over).map(Kept::entry).sorted(byId.reversed());
        return Stream.concat(open, over).limit(limit).map(this::told).toList();
    }

    private static boolean over(Kept kept) {
        return kept.is(RequestState.DELIVERED) || kept.is(RequestState.DISCARDED);
    }

    @Override
    public synchronized List<OutboxEntry> entriesOf(String system, Set<String> ofTicket, int limit) {
        Set<Line> wanted =
                ofTicket.stream().map(name -> names.get(List.of(system, name))).collect(Collectors.toSet());
        return of(system)
                .map(Kept::entry)
                .filter(entry -> wanted.contains(lines.get(entry.id())))
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
                                !over(kept) && !isBehindPostponed(kept.entry().id()))
                        .map(kept -> kept.entry().createdAt())
                        .findFirst()
                        .orElse(null));
    }

    private boolean isBehindPostponed(long id) {
        return entries.stream()
                .map(Kept::entry)
                .anyMatch(entry -> entry.id() <= id
                        && entry.postponed()
                        && lines.get(entry.id()).equals(lines.get(id)));
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

    private Stream<Kept> of(String system) {
        return entries.stream().filter(kept -> kept.entry().system().equals(system));
    }

    private Kept kept(long id) {
        return entries.get((int) id - 1);
    }

    private void put(Kept kept) {
        entries.set((int) kept.entry().id() - 1, kept);
    }

    private OutboxEntry told(OutboxEntry entry) {
        String ticketId = tickets.getOrDefault(lines.get(entry.id()), "");
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

    private static Kept attempts(Kept kept, int attempts) {
        return counted(kept, attempts, kept.entry().repeats());
    }

    private static Kept repeats(Kept kept, int repeats) {
        return counted(kept, kept.entry().attempts(), repeats);
    }

    private static Kept counted(Kept kept, int attempts, int repeats) {
        OutboxEntry entry = kept.entry();
        OutboxEntry changed = new OutboxEntry(
                entry.id(),
                entry.system(),
                entry.key(),
                entry.request(),
                entry.state(),
                attempts,
                entry.mayHaveArrived(),
                repeats,
                entry.nextAttemptAt(),
                entry.claimedBy(),
                entry.lastError(),
                entry.createdAt(),
                entry.deliveredAt(),
                entry.ticketId());
        return new Kept(changed, kept.fence(), kept.claimant(), kept.leaseEnd());
    }

    /** @param error null to keep what there is */
    private static Kept changed(
            Kept kept, RequestState state, boolean mayHaveArrived, Instant next, String error, Instant deliveredAt) {
        OutboxEntry entry = kept.entry();
        OutboxEntry changed = new OutboxEntry(
                entry.id(),
                entry.system(),
                entry.key(),
                entry.request(),
                state,
                entry.attempts(),
                mayHaveArrived,
                entry.repeats(),
                next,
                entry.claimedBy(),
                Objects.requireNonNullElse(error, entry.lastError()),
                entry.createdAt(),
                deliveredAt,
                entry.ticketId());
        return new Kept(changed, kept.fence(), null, null);
    }
}
