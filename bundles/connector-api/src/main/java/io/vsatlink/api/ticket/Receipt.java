package io.vsatlink.api.ticket;

/**
 * That a request is safe.
 *
 * @param id the request's number in the outbox
 * @param duplicate whether it was there already; then this is the first one's receipt
 * @param state where the request is
 * @param ticketId the ticket that it ended in; empty while that is not known
 */
public record Receipt(long id, boolean duplicate, RequestState state, String ticketId) {}
