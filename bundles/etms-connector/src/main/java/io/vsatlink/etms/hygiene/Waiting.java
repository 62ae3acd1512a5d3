/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.etms.planned.CircuitColumns;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.etms.planned.Window;
import io.vsatlink.parameters.Durations;
import io.vsatlink.parameters.Shown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides until when a new ticket waits, and whether a closing came before that. */
final class Waiting {
    /** A longer wait is decided again in between, because the outbox takes a later time for a clock that was set back. */
    private static final Duration LONGEST_WAIT = Outbox.LONGEST_WAIT.minusMinutes(5);

    private final Outbox outbox;
    private final Clock clock;
    private final PlannedWork planned;
    private final CircuitColumns circuits;

    Waiting(Outbox outbox, Clock clock, PlannedWork planned, CircuitColumns circuits) {
        this.outbox = outbox;
        this.clock = clock;
        this.planned = planned;
        this.circuits = circuits;
    }

    /**
     * The time until which a ticket waits.
     *
     * @param rule the reason, as a part of a sentence
     */
    private record Due(Instant at, String rule) {}

    /** Empty if it need not wait. */
    Optional<Decision> decide(Claim claim, HygieneRules rules) {
        Instant now = clock.instant();
        Optional<Due> due = due(claim.entry(), rules, now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Optional<Decision> takenBack = takenBack(claim, due.get());
        Duration left = Duration.between(now, due.get().at());
        if (takenBack.isPresent() || left.isNegative() || left.isZero()) {
            return takenBack;
        }
        String reason = "not sent before " + Shown.time(due.get().at()) + " ("
                + due.get().rule() + "); a closing until then takes it back";
        return Optional.of(new Decision.Wait(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT, reason));
    }

    /** Empty if it never had to wait. */
    private Optional<Due> due(OutboxEntry entry, HygieneRules rules, Instant now) {
        // as in the outbox: whatever was accepted that far ahead was accepted before the clock was set back
        boolean setBack = entry.createdAt().isAfter(now.plus(Outbox.LONGEST_WAIT));
        Optional<Due> delayed = setBack || rules.delay().isZero()
                ? Optional.empty()
                : Optional.of(new Due(
                        entry.createdAt().plus(rules.delay()), "submitDelay " + Durations.format(rules.delay())));
        if (!planned.any()) {
            return delayed;
        }
        Map<String, String> columns = circuits.of(entry.request().fields());
        Instant accepted = setBack ? now : entry.createdAt();
        Optional<Due> free =
                after(delayed.map(Due::at).orElse(accepted), columns).or(() -> delayed);
        boolean over = free.map(due -> !due.at().isAfter(now)).orElse(true);
        // it could not be sent then, and other work has begun
        return over ? after(now, columns).or(() -> free) : free;
    }

    private Optional<Due> after(Instant moment, Map<String, String> columns) {
        return planned.at(moment, columns).map(Waiting::due);
    }

    private static Due due(Window window) {
        return new Due(window.end(), "planned work: " + window.name());
    }

    /** A closing that came in time, if nothing of the ticket was ever sent. */
    private Optional<Decision> takenBack(Claim claim, Due due) {
        OutboxEntry entry = claim.entry();
        if (entry.mayHaveArrived() || entry.attempts() > 1 || !entry.ticketId().isEmpty()) {
            return Optional.empty();
        }
        List<OutboxEntry> behind = outbox.open(entry.system(), entry.request().reference()).stream()
                .filter(each -> each.id() > entry.id())
                .toList();
        return behind.stream()
                .filter(each -> each.request().kind() == RequestKind.CLOSE)
                .filter(closing -> !closing.createdAt().isAfter(due.at()))
                .findFirst()
                .map(closing -> new Decision.TakeBack(
                        behind,
                        "taken back: closed at " + Shown.time(closing.createdAt()) + ", before it was sent ("
                                + due.rule() + ")"));
    }
}
