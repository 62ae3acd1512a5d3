/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.parameters.Durations;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.failure.VendorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides about the requests of a backend. Thread-safe. */
public final class Hygiene {
    /** A longer wait is decided again in between, because the outbox takes a later time for a clock that was set back. */
    private static final Duration LONGEST_WAIT = Outbox.LONGEST_WAIT.minusMinutes(5);

    private final Outbox outbox;
    private final SecondTicket second;
    private final Clock clock;
    private volatile HygieneRules rules;

    public Hygiene(Outbox outbox, TicketMirror mirror, Clock clock) {
        this.outbox = outbox;
        this.second = new SecondTicket(outbox, mirror);
        this.clock = clock;
    }

    /** Returns whether others were in force, which is unknown at the start. */
    public boolean use(HygieneRules next) {
        boolean changed = !next.equals(rules);
        rules = next;
        return changed;
    }

    /**
     * @param api to ask for a ticket that may exist already; the caller handles its failures as those of a delivery
     */
    public Decision decide(Claim claim, EtmsApi api) throws VendorException {
        HygieneRules now = rules;
        OutboxEntry entry = claim.entry();
        if (entry.request().kind() != RequestKind.SUBMIT || now.equals(HygieneRules.NONE) || mayExist(entry, api)) {
            return new Decision.Send();
        }
        Optional<Decision> waiting = waiting(claim, now);
        return waiting.isPresent() ? waiting.get() : second.decide(entry, now, api);
    }

    /** To be called when a request has ended: another may wait for it. */
    public void ended(OutboxEntry entry) {
        if (entry.request().kind() == RequestKind.SUBMIT && rules.mayNote()) {
            second.next(entry);
        }
    }

    /** Whether ETMS has the ticket, or it is unclear; then only a delivery may go on. */
    private static boolean mayExist(OutboxEntry entry, EtmsApi api) throws VendorException {
        return entry.mayHaveArrived()
                && !(api.ticketByExternalId(entry.request().reference()) instanceof Lookup.Absent);
    }

    private Optional<Decision> waiting(Claim claim, HygieneRules now) {
        OutboxEntry entry = claim.entry();
        Duration age = Duration.between(entry.createdAt(), clock.instant());
        Instant due = entry.createdAt().plus(now.delay());
        // as in the outbox: whatever was accepted that far ahead was accepted before the clock was set back
        boolean setBack = age.compareTo(Outbox.LONGEST_WAIT.negated()) < 0;
        if (now.delay().isZero() || setBack) {
            return Optional.empty();
        }
        String rule = "submitDelay " + Durations.format(now.delay());
        Optional<Decision> takenBack = takenBack(claim, due, rule);
        Duration left = now.delay().minus(age);
        if (takenBack.isPresent() || left.isNegative() || left.isZero()) {
            return takenBack;
        }
        String reason = "not sent before " + Shown.time(due) + " (" + rule + "); a closing until then takes it back";
        return Optional.of(new Decision.Wait(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT, reason));
    }

    /** A closing that came in time, if nothing of the ticket was ever sent. */
    private Optional<Decision> takenBack(Claim claim, Instant due, String rule) {
        OutboxEntry entry = claim.entry();
        if (entry.mayHaveArrived() || entry.attempts() > 1 || !entry.ticketId().isEmpty()) {
            return Optional.empty();
        }
        List<OutboxEntry> behind = outbox.open(entry.system(), entry.request().reference()).stream()
                .filter(each -> each.id() > entry.id())
                .toList();
        return behind.stream()
                .filter(each -> each.request().kind() == RequestKind.CLOSE)
                .filter(closing -> !closing.createdAt().isAfter(due))
                .findFirst()
                .map(closing -> new Decision.TakeBack(
                        behind,
                        "taken back: closed at " + Shown.time(closing.createdAt()) + ", before it was sent (" + rule
                                + ")"));
    }
}
