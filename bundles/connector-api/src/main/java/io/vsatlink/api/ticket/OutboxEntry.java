package io.vsatlink.api.ticket;

import java.time.Instant;

/**
 * A request in the outbox at one moment.
 *
 * @param id counts up in the order in which requests were accepted
 * @param key unique for ever: what a request without an id of its own is known by at the platform
 * @param attempts how often it was claimed
 * @param mayHaveArrived whether an attempt ended without anybody knowing what became of it
 * @param repeats how often the platform was asked again to make what may have arrived already, a ticket or a note
 * @param nextAttemptAt when it is due
 * @param claimedBy the backend that sends it or sent it last; empty where none ever did
 * @param lastError why the last attempt failed, as a sentence; empty where none did
 * @param deliveredAt when the platform had it; null while it has not
 * @param ticketId the ticket it is about, as far as that is known; else empty
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
        String ticketId) {}
