/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.TicketingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings what the platform closed to ETMS: once for each closing, whatever is asked twice or killed in between. */
final class TmfClosings {
    /** A reason beyond this length is cut, or the request would not be accepted. */
    private static final int MOST_REASON = 1_000;

    private final String url;
    private final TmfLinks links;
    private final BooleanSupplier wanted;
    private final Consumer<TicketRequest> desk;

    /**
     * @param wanted whether what the platform closes is closed at ETMS
     * @param desk takes our requests; an {@link IllegalArgumentException} refuses one with a sentence
     */
    TmfClosings(String url, TmfLinks links, BooleanSupplier wanted, Consumer<TicketRequest> desk) {
        this.url = url;
        this.links = links;
        this.wanted = wanted;
        this.desk = desk;
    }

    boolean wanted() {
        return wanted.getAsBoolean();
    }

    /**
     * Judges a ticket as the server has it now.
     *
     * @return what we know of it then
     * @throws TicketingException where that is not a ticket of ours, or the request was not accepted
     */
    TmfLink judge(String ticketId, TmfLink link, JsonNode there) throws TicketingException {
        String wrong = wrong(ticketId, link, there);
        if (!wrong.isEmpty()) {
            throw new TicketingException(
                    "ticket %s of %s, which is %s at ETMS, has %s".formatted(link.id(), url, ticketId, wrong), null);
        }
        if (link.closed() || !TmfLink.isClosed(there) || !wanted()) {
            return link;
        }
        try {
            desk.accept(TicketRequest.close(
                    ticketId,
                    "Closed in the platform's ticketing" + reason(there) + ".",
                    requestId(ticketId, link, there),
                    "ticketing"));
        } catch (IllegalArgumentException e) {
            throw new TicketingException(
                    url + " has closed " + link.id() + ", but " + ticketId + " can't be closed: " + e.getMessage(), e);
        }
        // after the request: a kill in between repeats it with the same id, and the first one's receipt comes back
        TmfLink closed = link.withClosing();
        links.put(ticketId, closed);
        return closed;
    }

    private static String wrong(String ticketId, TmfLink link, JsonNode there) {
        String reference = there.path("externalId").asText(ticketId);
        if (!reference.equals(ticketId)) {
            return "the externalId " + reference;
        }
        // one that we gave no status may have none there either
        boolean has = there.path(TmfTicket.STATUS).isTextual() || !link.known().containsKey(TmfTicket.STATUS);
        return has ? "" : "no status";
    }

    /** The same for the same closing, another for the next one, whether or not the server says when it was. */
    private String requestId(String ticketId, TmfLink link, JsonNode there) {
        String closing = String.join(
                "\n",
                url,
                link.id(),
                ticketId,
                there.path("statusChangeDate").asText(),
                String.valueOf(link.closings()));
        return "tmf621-" + UUID.nameUUIDFromBytes(closing.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(JsonNode there) {
        String reason = there.path("statusChangeReason").asText().strip();
        if (reason.isEmpty()) {
            return "";
        }
        return ": " + (reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON) + "…");
    }
}
