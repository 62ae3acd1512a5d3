/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.time.Instant;

/**
 * A request in the outbox at one moment.
 *
 * @param id counts up in the order in which requests were accepted
 * @param key unique for ever: identifies a request without its own id at the platform
 * @param attempts how often it was claimed
 * @param mayHaveArrived whether the outcome of an attempt is unknown
 * @param repeats how often a ticket or note that may have arrived was sent again
 * @param nextAttemptAt when it is due
 * @param claimedBy the backend that sends it or sent it last; empty for none
 * @param lastError why the last attempt failed, or what a rule of ours decided about the request, as a sentence; empty for
 *     none
 * @param deliveredAt when it was delivered; null before
 * @param ticketId its ticket, if known; otherwise empty
 */
public record OutboxEntry(
        long id,
        String system,
        String key,
        TicketRequest request,
        RequestState state,
        int attempts,
        boolean mayHaveArrived,
        int repeats,
        Instant nextAttemptAt,
        String claimedBy,
        String lastError,
        Instant createdAt,
        Instant deliveredAt,
        String ticketId) {

    /** Whether it was {@linkplain Outbox#postpone postponed} and nothing of it was ever sent, also while that is decided again. */
    public boolean postponed() {
        int decisions = state == RequestState.CLAIMED ? 1 : 0;
        boolean waits = state == RequestState.WAITING || state == RequestState.CLAIMED;
        return waits && attempts == decisions && !lastError.isEmpty();
    }
}
