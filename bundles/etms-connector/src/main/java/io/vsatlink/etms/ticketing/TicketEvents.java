/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketingSystem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Notifies event listeners on the platform about tickets. Changes made by our own requests are not reported. */
public final class TicketEvents implements TicketingSystem {
    /** Fields that change with every other change. */
    private static final Set<String> FOLLOWING = Set.of("lastModifiedDate");

    /** The maximum number of our own updates of a ticket that are considered between two polls. */
    private static final int OWN = 100;

    private final EventAdmin events;
    private final Outbox outbox;
    private final String element;
    private final String system;

    public TicketEvents(EventAdmin events, Outbox outbox, String element, String system) {
        this.events = events;
        this.outbox = outbox;
        this.element = element;
        this.system = system;
    }

    @Override
    public String follower() {
        return "events";
    }

    @Override
    public void tell(TicketChange change) {
        Ticket ticket = change.latest();
        boolean wasOver = change.before().map(Ticket::over).orElse(false);
        if (change.after().isEmpty()) {
            // it left the list, which does not show how it ended
            return;
        }
        if (ticket.over()) {
            if (!wasOver) {
                post(Topics.TICKET_CLOSED, ticket, Map.of());
            }
        } else if (change.before().isEmpty()) {
            post(Topics.TICKET_CREATED, ticket, Map.of());
        } else {
            Set<String> changed = ofOthers(change);
            if (!changed.isEmpty()) {
                post(Topics.TICKET_UPDATED, ticket, Map.of(EventProperties.CHANGED, String.join(",", changed)));
            }
        }
    }

    /** The fields whose values changed, except those that our own requests set. */
    private Set<String> ofOthers(TicketChange change) {
        Set<String> changed = new HashSet<>(change.fields());
        boolean extra = !change.before().get().row().equals(change.latest().row()) && changed.isEmpty();
        changed.removeAll(FOLLOWING);
        if (changed.isEmpty()) {
            return extra ? Set.of("extra") : Set.of();
        }
        List<OutboxEntry> own = outbox.deliveredUpdates(system, change.ticketId(), OWN);
        Set<String> decided = new HashSet<>();
        for (OutboxEntry update : own) {
            // our newest update of a field decides: if an older value is back, someone else has set it
            update.request().fields().forEach((field, value) -> {
                if (decided.add(field) && change.latest().text(field).equals(value)) {
                    changed.remove(field);
                    if (field.equals("status")) {
                        changed.remove("state");
                    }
                }
            });
        }
        return changed;
    }

    private void post(String topic, Ticket ticket, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(EventProperties.ELEMENT, element);
        for (Column column : TicketListing.TICKETS.columns()) {
            properties.put(column.name(), ticket.text(column.name()));
        }
        events.postEvent(new Event(topic, properties));
    }
}
