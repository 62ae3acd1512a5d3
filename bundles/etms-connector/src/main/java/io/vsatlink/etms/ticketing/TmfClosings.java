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

/** Closes tickets at ETMS that the platform closed: once per closing, despite repeated queries and crashes. */
final class TmfClosings {
    /** A longer reason is cut, because the request would not be accepted. */
    private static final int MOST_REASON = 1_000;

    private final String url;
    private final TmfLinks links;
    private final BooleanSupplier wanted;
    private final Consumer<TicketRequest> desk;

    /**
     * @param wanted whether tickets that the platform closes are to be closed at ETMS
     * @param desk accepts our requests; rejects one by an {@link IllegalArgumentException} with a sentence
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
     * Evaluates a ticket as the server has it now, and requests its closing if needed.
     *
     * @return the updated link
     * @throws TicketingException if this is not our ticket, or the request was not accepted
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
        // after the request: if the process dies in between, the request is repeated with the same id and returns the
        // first receipt
        TmfLink closed = link.withClosing();
        links.put(ticketId, closed);
        return closed;
    }

    private static String wrong(String ticketId, TmfLink link, JsonNode there) {
        String reference = there.path("externalId").asText(ticketId);
        if (!reference.equals(ticketId)) {
            return "the externalId " + reference;
        }
        // a ticket that we gave no status need not have one
        boolean has = there.path(TmfTicket.STATUS).isTextual() || !link.known().containsKey(TmfTicket.STATUS);
        return has ? "" : "no status";
    }

    /** The same id for the same closing and another id for the next one, even if the server does not report its time. */
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
