/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.TicketRequest;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Posts events about the results of requests. */
public final class RequestEvents {
    private final EventAdmin events;
    private final String element;

    public RequestEvents(EventAdmin events, String element) {
        this.events = events;
        this.element = element;
    }

    void delivered(OutboxEntry entry, String ticketId) {
        post(Topics.REQUEST_DELIVERED, entry, Map.of(EventProperties.TICKET_ID, ticketId));
    }

    void takenBack(OutboxEntry entry, String reason) {
        post(
                Topics.REQUEST_TAKEN_BACK,
                entry,
                Map.of(EventProperties.TICKET_ID, entry.ticketId(), EventProperties.REASON, reason));
    }

    void blocked(OutboxEntry entry, String reason) {
        post(
                Topics.REQUEST_BLOCKED,
                entry,
                Map.of(EventProperties.TICKET_ID, entry.ticketId(), EventProperties.REASON, reason));
    }

    private void post(String topic, OutboxEntry entry, Map<String, Object> more) {
        TicketRequest request = entry.request();
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(EventProperties.ELEMENT, element);
        properties.put(EventProperties.REQUEST, entry.id());
        properties.put(
                EventProperties.OPERATION, RequestOperation.of(request.kind()).name());
        properties.put(EventProperties.REFERENCE, request.reference());
        properties.put(EventProperties.REQUEST_ID, request.requestId());
        events.postEvent(new Event(topic, properties));
    }
}
