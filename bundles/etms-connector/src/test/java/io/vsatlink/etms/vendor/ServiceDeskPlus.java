/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As ManageEngine ServiceDesk Plus: everything goes in a parameter that holds JSON, of a form or the query, and some refusals
 * come with status 200.
 */
final class ServiceDeskPlus extends TicketVendor {
    private static final String ROOT = "/api/v3/requests";
    private static final List<String> STATUSES = List.of("Open", "In Progress", "Onhold", "Resolved", "Closed");

    /** What is done to a request is a word in the path. */
    private static final Map<String, String> WORDS =
            Map.of("pickup", "In Progress", "put on hold", "Onhold", "resolve", "Resolved");

    final Map<String, ObjectNode> requests = new LinkedHashMap<>();
    final Map<String, ArrayNode> notes = new LinkedHashMap<>();
    volatile int largestPage = 100;

    @Override
    synchronized void open(int tickets) {
        for (int i = 0; i < tickets; i++) {
            make(object().put("subject", "down " + i));
        }
    }

    @Override
    synchronized void removeFirst() {
        requests.remove(requests.keySet().iterator().next());
    }

    @Override
    Answer answer(Request request) {
        if (!request.body().isEmpty() && !request.mediaType().startsWith("application/x-www-form-urlencoded")) {
            return failed("the body is not a form");
        }
        JsonNode input = parsed((request.writes() ? request.form() : request.query()).getOrDefault("input_data", "{}"));
        if (request.path().equals(ROOT)) {
            return request.writes() ? created(input.path("request")) : found(input.path("list_info"));
        }
        String[] words = request.path().substring(ROOT.length() + 1).split("/", -1);
        ObjectNode ticket = requests.get(words[0]);
        if (ticket == null) {
            return new Answer(404, "{\"response_status\":{\"status_code\":4007,\"status\":\"failed\"}}");
        }
        if (words.length == 1) {
            return request.writes() ? change(ticket, input.path("request")) : shown("request", ticket);
        }
        if (words[1].equals("close")) {
            return closed(ticket, input.path("request"));
        }
        if (WORDS.containsKey(words[1])) {
            return change(ticket, object().set("status", object().put("name", WORDS.get(words[1]))));
        }
        return request.writes() ? noted(words[0], input.path("note")) : listed("notes", notes.get(words[0]));
    }

    private Answer found(JsonNode asked) {
        JsonNode wanted = asked.at("/search_criteria/value");
        int from = Math.max(0, asked.path("start_index").asInt() - 1);
        int size = Math.min(largestPage, asked.path("row_count").asInt(10));
        List<ObjectNode> all = requests.values().stream()
                .filter(ticket -> wanted.isMissingNode()
                        || ticket.at("/udf_fields/udf_sline_1").equals(wanted))
                .toList();
        ArrayNode page = JSON.createArrayNode();
        all.stream().skip(from).limit(size).forEach(page::add);
        ObjectNode answer = object().set("requests", page);
        answer.putObject("list_info")
                .put("has_more_rows", promised > 0 || from + size < all.size())
                .put("start_index", from + 1)
                .put("row_count", page.size());
        return new Answer(200, answer);
    }

    private static Answer listed(String name, ArrayNode list) {
        ObjectNode answer = object().set(name, list);
        answer.putObject("list_info").put("has_more_rows", false);
        return new Answer(200, answer);
    }

    private static Answer shown(String name, ObjectNode what) {
        ObjectNode answer = object().set(name, what);
        answer.putObject("response_status").put("status_code", 2000).put("status", "success");
        return new Answer(200, answer);
    }

    /** Several versions report a wrong value with status 200. */
    private static Answer failed(String why) {
        ObjectNode answer = object();
        answer.putObject("response_status")
                .put("status_code", 4000)
                .put("status", "failed")
                .putArray("messages")
                .addObject()
                .put("message", why);
        return new Answer(200, answer);
    }

    private Answer created(JsonNode sent) {
        return sent.path("subject").asText().isEmpty() ? failed("subject is mandatory") : shown("request", make(sent));
    }

    private ObjectNode make(JsonNode sent) {
        String id = String.valueOf(100_000_000L + notes.size());
        ObjectNode ticket = object().put("id", id);
        ticket.setAll((ObjectNode) sent);
        ticket.set("status", object().put("name", "Open"));
        ticket.set("created_time", object().put("value", "1764324000000"));
        requests.put(id, ticket);
        notes.put(id, JSON.createArrayNode());
        return ticket;
    }

    private static Answer change(ObjectNode ticket, JsonNode sent) {
        if (sent.has("status") && !STATUSES.contains(sent.at("/status/name").asText())) {
            return failed("Value for field status is invalid");
        }
        ObjectNode udf = ticket.withObject("/udf_fields");
        udf.setAll(sent.path("udf_fields").isObject() ? (ObjectNode) sent.path("udf_fields") : object());
        ticket.setAll((ObjectNode) sent);
        ticket.set("udf_fields", udf);
        return shown("request", ticket);
    }

    private static Answer closed(ObjectNode ticket, JsonNode sent) {
        if (sent.at("/closure_info/closure_comments").asText().isEmpty()) {
            return failed("closure_comments is mandatory");
        }
        ticket.set("closure_info", sent.path("closure_info"));
        ticket.set("status", object().put("name", "Closed"));
        return shown("request", ticket);
    }

    private Answer noted(String id, JsonNode sent) {
        ObjectNode note = object().put("id", id + "-" + notes.get(id).size())
                .put("description", sent.path("description").asText());
        note.set("created_by", object().put("name", "vsatlink"));
        note.set("created_time", object().put("value", "1764325800000"));
        notes.get(id).add(note);
        return shown("note", note);
    }
}
