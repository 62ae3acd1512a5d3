/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As Redmine: wrapped bodies, ids where a name is shown, custom fields as a list, and 204 for every change, even if nothing
 * changed.
 */
final class Redmine extends TicketVendor {
    private static final Map<Integer, String> STATUSES = Map.of(1, "New", 2, "In Progress", 5, "Closed", 6, "Rejected");
    private static final Map<Integer, String> PRIORITIES = Map.of(3, "High", 2, "Normal");
    private static final List<String> CUSTOM = List.of("External Id", "Category", "Circuit");

    final Map<String, ObjectNode> issues = new LinkedHashMap<>();
    volatile int largestPage = 100;
    private int made;

    @Override
    synchronized void open(int tickets) {
        for (int i = 0; i < tickets; i++) {
            make(object().put("subject", "down " + i));
        }
    }

    @Override
    synchronized void removeFirst() {
        issues.remove(issues.keySet().iterator().next());
    }

    @Override
    Answer answer(Request request) {
        if (request.path().equals("/issues.json")) {
            return request.writes()
                    ? new Answer(201, wrapped(make((ObjectNode) request.json().path("issue"))))
                    : found(request);
        }
        ObjectNode issue = issues.get(request.path().replaceAll("\\D", ""));
        if (issue == null) {
            return new Answer(404, "");
        }
        if (request.writes()) {
            change(issue, request.json().path("issue"));
            return new Answer(204, "");
        }
        return new Answer(200, wrapped(issue));
    }

    private static ObjectNode wrapped(ObjectNode issue) {
        return object().set("issue", issue);
    }

    private Answer found(Request request) {
        String wanted = request.query().get("cf_1");
        List<ObjectNode> all = issues.values().stream()
                .filter(issue -> wanted == null || custom(issue, 1).equals(wanted))
                .toList();
        int from = request.number("offset", 0);
        int size = Math.min(largestPage, request.number("limit", 25));
        ObjectNode answer = object();
        ArrayNode page = answer.putArray("issues");
        all.stream().skip(from).limit(size).forEach(page::add);
        return new Answer(
                200,
                answer.put("total_count", all.size() + promised)
                        .put("offset", from)
                        .put("limit", size));
    }

    String custom(ObjectNode issue, int id) {
        for (JsonNode field : issue.path("custom_fields")) {
            if (field.path("id").asInt() == id) {
                return field.path("value").asText();
            }
        }
        return "";
    }

    private ObjectNode make(ObjectNode sent) {
        ObjectNode issue = object().put("id", ++made)
                .put("created_on", "2026-11-28T10:00:00Z")
                .put("updated_on", "2026-11-28T10:00:00Z");
        issue.set("status", named(STATUSES, 1));
        issue.set("priority", named(PRIORITIES, 2));
        ArrayNode fields = issue.putArray("custom_fields");
        // in no order that anybody may rely on
        for (int id = CUSTOM.size(); id > 0; id--) {
            fields.addObject().put("id", id).put("name", CUSTOM.get(id - 1)).put("value", "");
        }
        issue.putArray("journals");
        // nobody's column
        issue.putArray("watchers").addObject().put("id", 4).put("name", "j.doe");
        issue.putObject("project").put("id", 1).put("name", "VSAT");
        change(issue, sent);
        issues.put(issue.path("id").asText(), issue);
        return issue;
    }

    private static ObjectNode named(Map<Integer, String> names, int id) {
        return object().put("id", id).put("name", names.get(id));
    }

    private static void change(ObjectNode issue, JsonNode sent) {
        for (String text : List.of("subject", "description")) {
            if (sent.has(text)) {
                issue.put(text, sent.path(text).asText());
            }
        }
        int status = sent.path("status_id").asInt();
        // the workflow allows nobody to reject an issue, and nobody is told
        if (STATUSES.containsKey(status) && status != 6) {
            issue.set("status", named(STATUSES, status));
        }
        if (PRIORITIES.containsKey(sent.path("priority_id").asInt())) {
            issue.set("priority", named(PRIORITIES, sent.path("priority_id").asInt()));
        }
        for (JsonNode given : sent.path("custom_fields")) {
            for (JsonNode field : issue.path("custom_fields")) {
                if (field.path("id").equals(given.path("id"))) {
                    ((ObjectNode) field).put("value", given.path("value").asText(""));
                }
            }
        }
        if (sent.has("notes")) {
            ArrayNode journals = (ArrayNode) issue.path("journals");
            journals.addObject()
                    .put("id", journals.size())
                    .put("notes", sent.path("notes").asText())
                    .put("created_on", Instant.now().toString())
                    .set("user", object().put("name", "vsatlink"));
        }
    }
}
