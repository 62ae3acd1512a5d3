/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import io.vsatlink.api.ticket.TicketingException;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes tickets at the server, with an end: one that it may have made each time, and does not find, is not made for ever.
 * For one thread.
 */
final class TmfMaking {
    /** Each may be another ticket; then a person looks. The count is of this process. */
    static final int MOST = 5;

    private final String url;
    private final TmfServer server;
    private final Map<String, Integer> unsettled = new HashMap<>();

    TmfMaking(String url, TmfServer server) {
        this.url = url;
        this.server = server;
    }

    /**
     * To be asked for only where the server does not find the ticket.
     *
     * @return the new ticket's id
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
