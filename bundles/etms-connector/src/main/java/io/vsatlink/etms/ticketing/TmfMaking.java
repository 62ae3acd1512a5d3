/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import io.vsatlink.api.ticket.TicketingException;
import java.util.HashMap;
import java.util.Map;

/**
 * Creates tickets at the server and limits the attempts: a ticket whose creation remains unconfirmed is not created again
 * indefinitely. For one thread.
 */
final class TmfMaking {
    /**
     * The limit per ticket, because each attempt may create another ticket; then a person has to check. A restart resets the
     * count.
     */
    static final int MOST = 5;

    private final String url;
    private final TmfServer server;
    private final Map<String, Integer> unsettled = new HashMap<>();

    TmfMaking(String url, TmfServer server) {
        this.url = url;
        this.server = server;
    }

    /**
     * To be called only if the server does not find the ticket.
     *
     * @return the new ticket's id
     * @throws TicketingException if the limit is reached or the call failed
     */
    String make(String ticketId, Map<String, Object> ticket) throws TicketingException {
        int before = unsettled.getOrDefault(ticketId, 0);
        if (before >= MOST) {
            throw new TicketingException(
                    "%s may have created %d tickets for %s but finds none by this externalId; no more are created there until VsatLink is restarted"
                            .formatted(url, before, ticketId),
                    null);
        }
        unsettled.put(ticketId, before + 1);
        try {
            String id = server.create(ticket);
            unsettled.remove(ticketId);
            return id;
        } catch (TmfServer.Refused e) {
            unsettled.put(ticketId, before);
            throw e;
        }
    }
}
