/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * As ServiceNow's Table API: every value is a text, an empty one is "", unknown fields are ignored, the total is in a header,
 * and a closing needs a close code and notes in the same call.
 */
final class ServiceNow extends TicketVendor {
    private static final String TABLE = "/api/now/table/incident";
    private static final List<String> FIELDS = List.of(
            "correlation_id",
            "state",
            "severity",
            "category",
            "u_circuit",
            "short_description",
            "description",
            "assigned_to",
            "assignment_group",
            "u_managed_by",
            "close_code",
            "close_notes",
            "resolved_at");

    final List<ObjectNode> incidents = new ArrayList<>();
    final List<ObjectNode> journal = new ArrayList<>();
    final Set<String> readOnly = new HashSet<>();
    volatile int largestPage = 10_000;
    private int made;

    @Override
    synchronized void open(int tickets) {
        for (int i = 0; i < tickets; i++) {
            make(object().put("short_description", "down " + i).put("u_circuit", "CIR-" + i));
        }
    }

    @Override
    synchronized void removeFirst() {
        incidents.remove(0);
    }

    @Override
    Answer answer(Request request) {
        if (request.path().equals("/api/now/table/sys_journal_field")) {
            String id = value(request, "element_id");
            return listed(
                    request,
                    journal.stream()
                            .filter(entry -> entry.path("element_id").asText().equals(id))
                            .toList());
        }
        if (request.path().equals(TABLE)) {
            return request.writes() ? record(201, make((ObjectNode) request.json())) : found(request);
        }
        ObjectNode incident = incidents.stream()
                .filter(each ->
                        request.path().equals(TABLE + "/" + each.path("sys_id").asText()))
                .findFirst()
                .orElse(null);
        if (incident == null) {
            return new Answer(
                    404, "{\"error\":{\"message\":\"No Record found\",\"detail\":\"\"},\"status\":\"failure\"}");
        }
        return request.writes() ? change(incident, (ObjectNode) request.json()) : record(200, incident);
    }

    private Answer found(Request request) {
        String wanted = value(request, "correlation_id");
        return listed(
                request,
                incidents.stream()
                        .filter(each -> wanted == null
                                || each.path("correlation_id").asText().equals(wanted))
                        .toList());
    }

    private static String value(Request request, String field) {
        for (String each : request.query().getOrDefault("sysparm_query", "").split("\\^", -1)) {
            if (each.startsWith(field + "=")) {
                return each.substring(field.length() + 1);
            }
        }
        return null;
    }

    private Answer listed(Request request, List<ObjectNode> all) {
        int from = request.number("sysparm_offset", 0);
        int size = Math.min(largestPage, request.number("sysparm_limit", 10_000));
        ArrayNode result = JSON.createArrayNode();
        all.stream().skip(from).limit(size).forEach(result::add);
        return new Answer(
                200,
                object().<ObjectNode>set("result", result).toString(),
                Map.of("X-Total-Count", String.valueOf(all.size() + promised)));
    }

    private static Answer record(int status, ObjectNode incident) {
        return new Answer(status, object().<ObjectNode>set("result", incident));
    }

    private ObjectNode make(ObjectNode sent) {
        ObjectNode incident = object();
        FIELDS.forEach(field -> incident.put(field, sent.path(field).asText("")));
        incident.put("sys_id", "%032x".formatted(++made))
                .put("state", "1")
                .put("sys_created_on", "2026-11-28 10:00:00")
                .put("sys_updated_on", "2026-11-28 10:00:00");
        incidents.add(incident);
        return incident;
    }

    private Answer change(ObjectNode incident, ObjectNode sent) {
        boolean closes = Set.of("6", "7").contains(sent.path("state").asText());
        if (closes
                && (sent.path("close_code").asText().isEmpty()
                        || sent.path("close_notes").asText().isEmpty())) {
            return new Answer(
                    403,
                    "{\"error\":{\"message\":\"Operation Failed\",\"detail\":\"Data Policy Exception: Close code, Close"
                            + " notes are mandatory\"},\"status\":\"failure\"}");
        }
        FIELDS.stream()
                .filter(sent::has)
                .filter(field -> !readOnly.contains(field))
                .forEach(field -> incident.put(field, sent.path(field).asText("")));
        if (closes) {
            incident.put("resolved_at", "2026-11-28 11:00:00");
        }
        if (sent.has("work_notes")) {
            journal.add(object().put("sys_id", "J" + journal.size())
                    .put("element_id", incident.path("sys_id").asText())
                    .put("element", "work_notes")
                    .put("value", sent.path("work_notes").asText())
                    .put("sys_created_by", "vsatlink")
                    .put("sys_created_on", "2026-11-28 10:30:00"));
        }
        return record(200, incident);
    }
}
