/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.etms.frontend.PolledTicketing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's ticketing as a TMF621 server: it receives the changes of the mirror, and tickets that it closes are closed at
 * ETMS if this is enabled. The server sends us nothing, so it is queried at intervals and before its status is changed.
 */
public final class TmfTicketing implements PolledTicketing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TmfTicketing.class);

    private final String url;
    private final TmfServer server;
    private final TmfMaking making;
    private final TmfLinks links;
    private final TmfClosings closings;

    /**
     * @param closes whether tickets that the platform closes are closed at ETMS
     * @param desk accepts our requests
     */
    public TmfTicketing(
            String url, ElementMemory memory, String element, BooleanSupplier closes, Consumer<TicketRequest> desk) {
        this(url, new TmfServer(url), memory, element, closes, desk);
    }

    TmfTicketing(
            String url,
            TmfServer server,
            ElementMemory memory,
            String element,
            BooleanSupplier closes,
            Consumer<TicketRequest> desk) {
        this.url = url;
        this.server = server;
        this.making = new TmfMaking(url, server);
        this.links = new TmfLinks(memory, element, url);
        this.closings = new TmfClosings(url, links, closes, desk);
    }

    @Override
    public String follower() {
        String name = "tmf621 " + url;
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    @Override
    public void tell(TicketChange change) throws TicketingException {
        if (change.after().isEmpty()) {
            // it left the list, which does not show how it ended
            return;
        }
        Ticket ticket = change.after().get();
        Optional<TmfLink> link = linked(ticket.ticketId());
        if (link.isPresent()) {
            update(change, ticket, link.get());
        } else if (!ticket.over()) {
            make(ticket);
        }
    }

    /**
     * Returns the stored link or the server's ticket: the process may have died between a create and the storing of its link.
     */
    private Optional<TmfLink> linked(String ticketId) throws TicketingException {
        Optional<TmfLink> known = links.find(ticketId);
        if (known.isPresent()) {
            return known;
        }
        Optional<TmfLink> found = server.ticketByExternalId(ticketId).map(TmfLink::found);
        found.ifPresent(link -> links.put(ticketId, link));
        return found;
    }

    private void make(Ticket ticket) throws TicketingException {
        String id = making.make(ticket.ticketId(), TmfTicket.whole(ticket));
        links.put(ticket.ticketId(), new TmfLink(id, 0, Map.of()).with(TmfTicket.fields(ticket)));
    }

    private void update(TicketChange change, Ticket ticket, TmfLink link) throws TicketingException {
        Map<String, String> fields = TmfTicket.fields(ticket);
        TmfLink now = link;
        if (!ticket.over() && link.differing(fields).containsKey(TmfTicket.STATUS) && closings.wanted()) {
            now = asked(ticket.ticketId(), link);
            boolean another = change.fields().contains("state");
            if (now.closed() && !(link.closed() && another)) {
                // the platform has closed it and ETMS was asked to: an outdated status of ETMS must not reopen it
                fields.remove(TmfTicket.STATUS);
            }
        }
        Map<String, Object> differing = now.differing(fields);
        if (differing.isEmpty()) {
            return;
        }
        if (server.patch(now.id(), differing)) {
            links.put(ticket.ticketId(), now.with(differing));
        } else {
            lost(ticket.ticketId(), now);
            if (!ticket.over()) {
                make(ticket);
            }
        }
    }

    private TmfLink asked(String ticketId, TmfLink link) throws TicketingException {
        Optional<JsonNode> there = server.ticket(link.id());
        return there.isEmpty() ? link : closings.judge(ticketId, link, there.get());
    }

    /** The server has no ticket with this id: it was deleted or has another id now. */
    private void lost(String ticketId, TmfLink link) throws TicketingException {
        Optional<JsonNode> listed = server.ticketByExternalId(ticketId);
        if (listed.isPresent()) {
            TmfLink other = TmfLink.found(listed.get());
            links.put(ticketId, other);
            throw new TicketingException(
                    "%s no longer has ticket %s but lists %s for %s".formatted(url, link.id(), other.id(), ticketId),
                    null);
        }
        LOG.warn("{} no longer has ticket {}; the next change of {} creates it again", url, link.id(), ticketId);
        links.forget(ticketId);
    }

    @Override
    public List<String> open() {
        return closings.wanted() ? links.open() : List.of();
    }

    @Override
    public void ask(String ticketId) throws TicketingException {
        Optional<TmfLink> link = closings.wanted() ? linked(ticketId) : Optional.empty();
        if (link.isEmpty() || link.get().over()) {
            return;
        }
        Optional<JsonNode> there = server.ticket(link.get().id());
        if (there.isPresent()) {
            TmfLink unused = closings.judge(ticketId, link.get(), there.get());
        } else {
            lost(ticketId, link.get());
        }
    }

    /** Does not wait: a change of a setting must not be delayed by a server. */
    @Override
    public void close() {
        server.close();
    }
}
