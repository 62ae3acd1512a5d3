/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.etms.ticketing.TicketEvents;
import io.vsatlink.etms.ticketing.TmfTicketing;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ticketing systems that an element's settings select. */
final class Ticketings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticketings.class);

    private final EventAdmin events;
    private final Outbox outbox;
    private final ElementMemory memory;
    private final EtmsElement element;
    private List<TicketingSystem> current = List.of();
    private String known = "";
    private TmfTicketing tmf;
    private volatile boolean closes;

    Ticketings(EventAdmin events, Outbox outbox, ElementMemory memory, EtmsElement element) {
        this.events = events;
        this.outbox = outbox;
        this.memory = memory;
        this.element = element;
    }

    /** Returns the same instances as long as the relevant settings are unchanged. */
    synchronized List<TicketingSystem> of(EtmsSettings settings) {
        closes = settings.closeFromPlatform();
        String wanted = settings.frontend() ? settings.system() + "\n" + settings.ticketingUrl() : "";
        if (wanted.equals(known)) {
            return current;
        }
        close();
        known = wanted;
        List<TicketingSystem> next = new ArrayList<>();
        if (settings.frontend() && !settings.system().isEmpty()) {
            next.add(new TicketEvents(events, outbox, element.name(), settings.system()));
            if (!settings.ticketingUrl().isEmpty()) {
                tmf = new TmfTicketing(settings.ticketingUrl(), memory, element.name(), () -> closes, this::submit);
                next.add(tmf);
            }
        }
        current = List.copyOf(next);
        return current;
    }

    private void submit(TicketRequest request) {
        Receipt receipt = element.submit(request);
        LOG.info("The platform's ticketing closed {}: request {}", request.reference(), receipt.id());
    }

    @Override
    public synchronized void close() {
        if (tmf != null) {
            tmf.close();
            tmf = null;
        }
        current = List.of();
        known = "";
    }
}
