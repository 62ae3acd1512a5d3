/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An entry of the outbox in memory, and what nobody sees of it. */
record KeptRequest(OutboxEntry entry, long fence, Claimant claimant, Instant leaseEnd) {

    static KeptRequest accepted(long id, String system, TicketRequest request, Instant now) {
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
        return new KeptRequest(entry, 0, null, null);
    }

    KeptRequest claimed(Claimant by, Instant now) {
        OutboxEntry claimed = new OutboxEntry(
                entry.id(),
                entry.system(),
                entry.key(),
                entry.request(),
                RequestState.CLAIMED,
                entry.attempts() + 1,
                entry.mayHaveArrived(),
                entry.repeats(),
                entry.nextAttemptAt(),
                by.element(),
                entry.lastError(),
                entry.createdAt(),
                null,
                "");
        return new KeptRequest(claimed, fence + 1, by, now.plus(by.lease()));
    }

    boolean is(RequestState state) {
        return entry.state() == state;
    }

    boolean over() {
        return is(RequestState.DELIVERED) || is(RequestState.DISCARDED);
    }

    KeptRequest dueAt(Instant now) {
        return entry.nextAttemptAt().isAfter(now)
                ? changed(RequestState.WAITING, entry.mayHaveArrived(), now, null, null)
                : this;
    }

    KeptRequest takenBack(Instant now, String reason) {
        return changed(RequestState.DISCARDED, entry.mayHaveArrived(), now, reason, null);
    }

    KeptRequest withAttempts(int attempts) {
        return counted(attempts, entry.repeats());
    }

    KeptRequest withRepeats(int repeats) {
        return counted(entry.attempts(), repeats);
    }

    private KeptRequest counted(int attempts, int repeats) {
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
        return new KeptRequest(changed, fence, claimant, leaseEnd);
    }

    /** @param error null to keep what there is */
    KeptRequest changed(RequestState state, boolean mayHaveArrived, Instant next, String error, Instant deliveredAt) {
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
        return new KeptRequest(changed, fence, null, null);
    }
}
