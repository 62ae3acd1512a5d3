/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.element;

import io.vsatlink.etms.frontend.TicketQueries;
import io.vsatlink.etms.management.Sentences;
import io.vsatlink.etms.management.TicketLines;
import io.vsatlink.etms.request.RequestOperation;
import io.vsatlink.parameters.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The operations of an element, each defined only here. Each returned text is one sentence, except for found tickets. */
public final class EtmsOperations {
    private static final int STANDARD_LIMIT = 50;

    private final EtmsElement element;

    public EtmsOperations(EtmsElement element) {
        this.element = element;
    }

    @Operation("Polls all tickets now, on a frontend")
    public String poll() {
        return element.poll();
    }

    @Operation("Tries to log in once; Connection Status shows the result")
    public String testConnection() {
        var unused = element.testConnection();
        return "Login started; Connection Status shows the result.";
    }

    @Operation(
            "Finds tickets among all, newest first or by the field sort, downward with - before it: their numbers, then a line"
                    + " each; filters: field=text, separated by semicolons; limit: 50 if empty, at most 1000")
    public String findTickets(String search, String filters, String sort, String limit) {
        boolean descending = given(sort).startsWith("-");
        return TicketLines.of(element.tickets(TicketQueries.of(
                given(search),
                Stream.of(given(filters).split(";", -1))
                        .map(String::strip)
                        .filter(filter -> !filter.isEmpty())
                        .toList(),
                given(sort).substring(descending ? 1 : 0),
                descending,
                limit(given(limit)))));
    }

    private static String given(String text) {
        return text == null ? "" : text.strip();
    }

    private static int limit(String text) {
        try {
            return text.isEmpty() ? STANDARD_LIMIT : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("limit: \"" + text + "\" is not a whole number", e);
        }
    }

    @Operation("Reads the full activity log of a ticket into Activity Log")
    public String showActivityLog(String ticketId) {
        var unused = element.showActivityLog(ticketId);
        return "The activity log of " + ticketId + " is being read; Activity Log shows it soon.";
    }

    @Operation("Requests a new ticket; an equal externalId is the same request")
    public String submitTicket(
            String externalId, String category, String circuitId, String severity, String summary, String description) {
        Map<String, String> values = new HashMap<>();
        put(values, "externalId", externalId);
        put(values, "category", category);
        put(values, "circuitId", circuitId);
        put(values, "severity", severity);
        put(values, "summary", summary);
        put(values, "description", description);
        return submit(RequestOperation.submitTicket, values);
    }

    @Operation("Requests a new value for a field of a ticket; the reference is an externalId or a ticketId")
    public String updateTicket(String reference, String field, String value, String requestId) {
        Map<String, String> values = new HashMap<>();
        put(values, "reference", reference);
        put(values, "field", field);
        put(values, "value", value);
        put(values, "requestId", requestId);
        return submit(RequestOperation.updateTicket, values);
    }

    @Operation("Requests a note in the activity log of a ticket; the reference is an externalId or a ticketId")
    public String addNote(String reference, String text, String requestId) {
        return submit(RequestOperation.addNote, text(reference, text, requestId));
    }

    @Operation("Requests to close a ticket: a note, then the status; the reference is an externalId or a ticketId")
    public String closeTicket(String reference, String text, String requestId) {
        return submit(RequestOperation.closeTicket, text(reference, text, requestId));
    }

    private static Map<String, String> text(String reference, String text, String requestId) {
        Map<String, String> values = new HashMap<>();
        put(values, "reference", reference);
        put(values, "text", text);
        put(values, "requestId", requestId);
        return values;
    }

    /** JConsole passes null for a field that was left empty. */
    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private String submit(RequestOperation operation, Map<String, String> values) {
        return Sentences.of(element.submit(RequestOperation.request(operation.name(), values, "mbean")));
    }

    @Operation("Retries a blocked or discarded request")
    public String retryRequest(long id) {
        return element.retryRequest(id);
    }

    @Operation("Discards a waiting or blocked request")
    public String discardRequest(long id) {
        return element.discardRequest(id);
    }
}
