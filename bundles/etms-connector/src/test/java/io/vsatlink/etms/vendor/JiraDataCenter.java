/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As Jira Data Center: a status changes by a transition only, a change is answered with 204, and members of a PUT that it
 * does not know are ignored.
 */
final class JiraDataCenter extends TicketVendor {
    private static final String ROOT = "/rest/api/2/";
    private static final Map<String, String> TRANSITIONS = Map.of("11", "To Do", "21", "In Progress", "31", "Done");

    final Map<String, ObjectNode> issues = new LinkedHashMap<>();
    final Map<String, ArrayNode> comments = new LinkedHashMap<>();
    volatile int largestPage = 100;

    @Override
    synchronized void open(int tickets) {
        for (int i = 0; i < tickets; i++) {
            make(object().put("summary", "down " + i));
        }
    }

    @Override
    synchronized void removeFirst() {
        issues.remove(issues.keySet().iterator().next());
    }

    @Override
    Answer answer(Request request) {
        List<String> words = List.of(request.path().substring(ROOT.length()).split("/", -1));
        if (words.get(0).equals("search")) {
            return found(request);
        }
        if (words.size() == 1) {
            return created((ObjectNode) request.json().path("fields"));
        }
        String key = words.get(1);
        ObjectNode issue = issues.get(key);
        if (issue == null) {
            return new Answer(404, "{\"errorMessages\":[\"Issue Does Not Exist\"],\"errors\":{}}");
        }
        if (words.size() == 2) {
            return request.writes() ? change(issue, request.json()) : new Answer(200, issue);
        }
        return switch (words.get(2)) {
            case "transitions" -> transition(key, request.json());
            default ->
                request.writes()
                        ? new Answer(
                                201, comment(key, request.json().path("body").asText()))
                        : page(request, "comments", new ArrayList<>(all(comments.get(key))));
        };
    }

    private static List<JsonNode> all(ArrayNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    private Answer found(Request request) {
        String jql = request.query().getOrDefault("jql", "");
        String wanted = jql.contains("~") ? jql.replaceAll(".*\"([^\"]*)\"$", "$1") : null;
        return page(
                request,
                "issues",
                issues.values().stream()
                        .filter(issue -> wanted == null
                                || issue.at("/fields/customfield_10010")
                                        .asText()
                                        .equals(wanted))
                        .map(JsonNode.class::cast)
                        .toList());
    }

    private Answer page(Request request, String name, List<JsonNode> all) {
        int from = request.number("startAt", 0);
        int size = Math.min(largestPage, request.number("maxResults", 50));
        ObjectNode answer =
                object().put("startAt", from).put("maxResults", size).put("total", all.size() + promised);
        ArrayNode page = answer.putArray(name);
        all.stream().skip(from).limit(size).forEach(page::add);
        return new Answer(200, answer);
    }

    private Answer created(ObjectNode fields) {
        if (fields.path("priority").path("name").asText().isEmpty()) {
            return new Answer(400, "{\"errorMessages\":[],\"errors\":{\"priority\":\"Priority is required.\"}}");
        }
        ObjectNode issue = make(fields);
        return new Answer(
                201,
                object().put("id", issue.path("id").asText())
                        .put("key", issue.path("key").asText()));
    }

    private ObjectNode make(ObjectNode fields) {
        String key = "VSAT-" + (comments.size() + 1);
        fields.put("created", "2026-11-28T10:00:00.000+0000").putNull("resolutiondate");
        fields.set("status", object().put("name", "To Do"));
        ObjectNode issue =
                object().put("id", String.valueOf(10_000 + issues.size())).put("key", key);
        issue.set("fields", fields);
        issues.put(key, issue);
        comments.put(key, JSON.createArrayNode());
        return issue;
    }

    private static Answer change(ObjectNode issue, JsonNode sent) {
        if (sent.path("fields").has("status")) {
            return new Answer(400, "{\"errorMessages\":[],\"errors\":{\"status\":\"Field 'status' cannot be set.\"}}");
        }
        if (sent.path("fields").isObject()) {
            ((ObjectNode) issue.path("fields")).setAll((ObjectNode) sent.path("fields"));
        }
        return new Answer(204, "");
    }

    private Answer transition(String key, JsonNode sent) {
        ObjectNode fields = (ObjectNode) issues.get(key).path("fields");
        String status = TRANSITIONS.get(sent.at("/transition/id").asText());
        if (status == null || status.equals(fields.at("/status/name").asText())) {
            return new Answer(
                    400,
                    "{\"errorMessages\":[\"It seems that you have tried to perform an illegal workflow"
                            + " operation.\"],\"errors\":{}}");
        }
        fields.set("status", object().put("name", status));
        fields.setAll(sent.path("fields").isObject() ? (ObjectNode) sent.path("fields") : object());
        sent.at("/update/comment")
                .forEach(each -> comment(key, each.at("/add/body").asText()));
        return new Answer(204, "");
    }

    private ObjectNode comment(String key, String text) {
        ObjectNode comment = object().put("id", key + "-" + comments.get(key).size())
                .put("body", text)
                .put("created", Instant.now().toString());
        comment.set("author", object().put("name", "vsatlink"));
        comments.get(key).add(comment);
        return comment;
    }
}
