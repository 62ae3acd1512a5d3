package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Printable;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketState;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.api.ticket.TicketingSystem;
import io.vsatlink.etms.ticketing.TmfLinks.Link;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's ticketing as a TMF621 server: it is kept in step with the mirror, and what it closes is closed at ETMS
 * where that is wanted. Told on one thread; notified on the listener's.
 */
public final class TmfTicketing implements TicketingSystem, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TmfTicketing.class);

    private final String url;
    private final TmfServer server;
    private final TmfLinks links;
    private final BooleanSupplier closes;
    private final Consumer<TicketRequest> desk;
    private volatile HubListener listener;
    private volatile String subscription;
    private volatile boolean closed;

    /**
     * @param closes whether what the platform closes is closed at ETMS
     * @param desk takes our requests
     */
    public TmfTicketing(
            String url, ElementMemory memory, String element, BooleanSupplier closes, Consumer<TicketRequest> desk) {
        this.url = url;
        this.server = new TmfServer(url);
        this.links = new TmfLinks(memory, element, url);
        this.closes = closes;
        this.desk = desk;
    }

    @Override
    public String follower() {
        String name = "tmf621 " + url;
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    @Override
    public void tell(TicketChange change) throws TicketingException {
        subscribe();
        if (change.after().isEmpty()) {
            // it left the list, which says nothing of how it ended
            return;
        }
        Ticket ticket = change.after().get();
        Map<String, String> fields = TmfTicket.fields(ticket);
        Optional<Link> link = linked(ticket);
        if (link.isEmpty()) {
            if (!ticket.over()) {
                String id = server.create(TmfTicket.whole(ticket));
                links.put(ticket.ticketId(), new Link(id, Map.of()).with(fields));
            }
            return;
        }
        Map<String, Object> differing = link.get().differing(fields);
        if (!differing.isEmpty()) {
            server.patch(link.get().id(), differing);
            links.put(ticket.ticketId(), link.get().with(differing));
        }
    }

    /** What we know of it, or else what the server says: a crash may have come between a create and our note of it. */
    private Optional<Link> linked(Ticket ticket) throws TicketingException {
        Optional<Link> known = links.find(ticket.ticketId());
        if (known.isPresent()) {
            return known;
        }
        return server.ticketByExternalId(ticket.ticketId())
                .map(found -> new Link(found.path("id").asText(), Map.of()));
    }

    /** An event came. It is a hint only, from anybody: what happened is asked of the server. */
    private void notified(String id) {
        try {
            Optional<JsonNode> found = server.ticket(id);
            if (found.isPresent()) {
                seen(id, found.get());
            }
        } catch (TicketingException | StoreException | IllegalArgumentException e) {
            LOG.warn("An event of the platform's ticketing came to nothing: {}", Printable.line(e.getMessage()));
        }
    }

    private void seen(String id, JsonNode ticket) {
        String ticketId = ticket.path("externalId").asText();
        String status = ticket.path("status").asText();
        Optional<Link> link = ticketId.isEmpty() ? Optional.empty() : links.find(ticketId);
        boolean closed = status.equals(TicketState.CLOSED.label());
        if (link.isEmpty()
                || !link.get().id().equals(id)
                || status.equals(link.get().known().get("status"))) {
            return;
        }
        if (closed && closes.getAsBoolean()) {
            String when = ticket.path("statusChangeDate")
                    .asText(ticket.path("lastUpdate").asText());
            desk.accept(TicketRequest.close(
                    ticketId,
                    "Closed in the platform's ticketing" + reason(ticket) + ".",
                    "tmf621-" + Integer.toHexString((url + id + when).hashCode()) + "-" + ticketId,
                    "ticketing"));
        }
        if (closed) {
            links.put(ticketId, link.get().with(Map.of("status", status)));
        }
    }

    private static String reason(JsonNode ticket) {
        String reason = ticket.path("statusChangeReason").asText();
        return reason.isBlank() ? "" : ": " + reason;
    }

    /** Once; again with the next change where it did not work. */
    private void subscribe() throws TicketingException {
        if (subscription != null) {
            return;
        }
        try {
            if (listener == null) {
                listener = HubListener.reachableFrom(server.uri(), this::notified);
            }
            subscription = server.subscribe(listener.callback());
            if (closed) {
                close();
            }
        } catch (IOException e) {
            throw new TicketingException("no place to listen for events of " + url + ": " + e.getMessage(), e);
        }
    }

    /** Waits for nothing: whoever changes a setting must not wait for a server. */
    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            server.unsubscribe(subscription);
        }
        if (listener != null) {
            listener.close();
        }
    }
}
