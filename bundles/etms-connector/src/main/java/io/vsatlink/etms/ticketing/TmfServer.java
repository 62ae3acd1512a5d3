/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.text.SurrogateHalves;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.http.Peer;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A client of a server with the TM Forum's Trouble Ticket API (TMF621, version 4). The limits here bound the time and memory of
 * every answer. Thread-safe; calls block.
 */
final class TmfServer implements AutoCloseable {
    /** The time to connect, between two pieces of an answer, and for the whole call. */
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** A ticket with its notes has a few kB; a server that ignores the filter returns a list. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String NAME = "ticketing-platform";
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();

    /** The server reports that it has not done anything. */
    static final class Refused extends TicketingException {
        private static final long serialVersionUID = 1L;

        private Refused(String message) {
            super(message, null);
        }
    }

    private final String url;
    private final Timeouts timeouts;
    private Transport transport;
    private boolean closed;

    TmfServer(String url) {
        this(url, TIMEOUTS);
    }

    TmfServer(String url, Timeouts timeouts) {
        this.url = url;
        this.timeouts = timeouts;
    }

    /** @return the new ticket's id */
    String create(Map<String, Object> ticket) throws TicketingException {
        String id = require("POST", "/troubleTicket", ticket).path("id").asText();
        if (id.isEmpty()) {
            throw new TicketingException(url + " returned no id", null);
        }
        return id;
    }

    /** @return false if the ticket does not exist */
    boolean patch(String id, Map<String, Object> changes) throws TicketingException {
        return send("PATCH", "/troubleTicket/" + encoded(id), changes).isPresent();
    }

    /** Returns the ticket; empty if it does not exist. */
    Optional<JsonNode> ticket(String id) throws TicketingException {
        return send("GET", "/troubleTicket/" + encoded(id), null);
    }

    /** @throws TicketingException also if the answer is unclear */
    Optional<JsonNode> ticketByExternalId(String externalId) throws TicketingException {
        String path = "/troubleTicket?externalId=" + encoded(externalId);
        JsonNode found = require("GET", path, null);
        if (!found.isArray()) {
            throw new TicketingException("GET " + url + path + ": the response is not a list of tickets", null);
        }
        for (JsonNode ticket : found) {
            // a server may ignore the filter and return all tickets
            if (ticket.path("externalId").asText().equals(externalId)) {
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    private JsonNode require(String method, String path, Map<String, Object> body) throws TicketingException {
        return send(method, path, body).orElseThrow(() -> new Refused(method + " " + url + path + ": HTTP 404"));
    }

    private Optional<JsonNode> send(String method, String path, Map<String, Object> body) throws TicketingException {
        String what = method + " " + url + path;
        try {
            Body text = body == null
                    ? null
                    : new Body(
                            "application/json;charset=utf-8", SurrogateHalves.escaped(JSON.writeValueAsString(body)));
            try (Answer answer = transport().send(new Call(method, URI.create(url + path), Map.of(), text))) {
                if (answer.status() >= 300 && answer.status() < 500 && answer.status() != NOT_FOUND) {
                    throw new Refused(what + ": HTTP " + answer.status());
                }
                return answered(answer);
            }
        } catch (JsonProcessingException e) {
            throw new TicketingException(what + ": the response is not JSON", e);
        } catch (IOException e) {
            throw new TicketingException(what + ": " + e.getMessage(), e);
        }
    }

    private static Optional<JsonNode> answered(Answer answer) throws IOException {
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() < 200 || answer.status() > 299) {
            throw new IOException("HTTP " + answer.status());
        }
        byte[] body = answer.body().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new IOException("the response is larger than our limit of " + (MOST_BYTES >> 20) + " MB");
        }
        JsonNode json = JSON.readTree(body);
        return Optional.of(json.isMissingNode() ? JSON.createObjectNode() : json);
    }

    /** Created by the first call that needs it, because this takes half a second. */
    private synchronized Transport transport() throws IOException {
        if (closed) {
            throw new IOException("stopped");
        }
        if (transport == null) {
            transport = new Transport(new Peer(NAME, URI.create(url), "", null), timeouts);
        }
        return transport;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Ends running calls without waiting for them. */
    @Override
    public synchronized void close() {
        closed = true;
        if (transport != null) {
            transport.close();
        }
    }
}
