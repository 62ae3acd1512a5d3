package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.ticket.TicketingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the TM Forum's Trouble Ticket API (TMF621, version 4). It is the platform's own and no vendor with quirks,
 * so the JDK's client does. Thread-safe; calls block.
 */
final class TmfServer {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    TmfServer(String url) {
        this.url = url;
    }

    URI uri() {
        return URI.create(url);
    }

    /** @return the new ticket's id */
    String create(Map<String, Object> ticket) throws TicketingException {
        return id(require("POST", "/troubleTicket", ticket));
    }

    void patch(String id, Map<String, Object> changes) throws TicketingException {
        JsonNode unused = require("PATCH", "/troubleTicket/" + encoded(id), changes);
    }

    /** Empty where there is no such ticket. */
    Optional<JsonNode> ticket(String id) throws TicketingException {
        return send("GET", "/troubleTicket/" + encoded(id), null);
    }

    Optional<JsonNode> ticketByExternalId(String externalId) throws TicketingException {
        JsonNode found = require("GET", "/troubleTicket?externalId=" + encoded(externalId), null);
        for (JsonNode ticket : found) {
            // a server may know no such filter and list everything
            if (ticket.path("externalId").asText().equals(externalId)) {
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    /** Has events sent to us. @return the subscription's id */
    String subscribe(String callback) throws TicketingException {
        return id(require("POST", "/hub", Map.of("callback", callback)));
    }

    /** Asks for no more events, and waits for no answer: whoever stops must not wait for a server. */
    void unsubscribe(String id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/hub/" + encoded(id)))
                .timeout(GOODBYE)
                .DELETE()
                .build();
        var unused = client.sendAsync(request, BodyHandlers.discarding());
    }

    private String id(JsonNode answer) throws TicketingException {
        String id = answer.path("id").asText();
        if (id.isEmpty()) {
            throw new TicketingException(url + " answered without an id", null);
        }
        return id;
    }

    private JsonNode require(String method, String path, Map<String, Object> body) throws TicketingException {
        return send(method, path, body)
                .orElseThrow(() -> new TicketingException(method + " " + url + path + ": HTTP 404", null));
    }

    private Optional<JsonNode> send(String method, String path, Map<String, Object> body) throws TicketingException {
        String what = method + " " + url + path;
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(CALL)
                    .header("Accept", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json;charset=utf-8");
            }
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() < 200 || answer.statusCode() > 299) {
                throw new TicketingException(what + ": HTTP " + answer.statusCode(), null);
            }
            return Optional.of(JSON.readTree(answer.body().isBlank() ? "{}" : answer.body()));
        } catch (JsonProcessingException e) {
            throw new TicketingException(what + ": the answer is no JSON", e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "no connection" : e.getMessage();
            throw new TicketingException(what + ": " + why, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TicketingException(what + ": stopped", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
