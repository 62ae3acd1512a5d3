/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.tickets.Refusal;
import io.vsatlink.simulator.tickets.Status;
import io.vsatlink.simulator.tickets.TicketFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The validated content of a ticket request: 400 for a malformed request, 422 for one that can't be processed. */
record TicketRequest(Map<String, Object> fields) {
    private static final int LONGEST_SUMMARY = 255;
    private static final int LONGEST_TEXT = 32_000;
    private static final List<String> CATEGORIES = List.of(
            "Circuit Up/Down",
            "Circuit Performance",
            "Circuit Network Connectivity",
            "Infrastructure Up/Down",
            "Infrastructure Performance",
            "Infrastructure Network Connectivity");

    static TicketRequest toCreate(Fields body) {
        TicketRequest request = read(body);
        // null and absent are equivalent here
        request.fields().values().removeIf(value -> value == null);
        List<String> wrong = request.wrong();
        wrong.addAll(request.given(TicketFields.READ_ONLY));
        request.lacking("category", wrong);
        request.lacking("summary", wrong);
        if (request.isBlank("circuitId") && request.isBlank("infrastructureName")) {
            wrong.add("circuitId");
        }
        if (request.fields().containsKey("externalId") && request.isBlank("externalId")) {
            wrong.add("externalId");
        }
        return request.unless(wrong);
    }

    static TicketRequest toUpdate(Fields body) {
        TicketRequest request = read(body);
        List<String> wrong = request.wrong();
        wrong.addAll(request.given(TicketFields.READ_ONLY));
        wrong.addAll(request.given(TicketFields.FIXED));
        for (String name : List.of("status", "category", "summary")) {
            if (request.fields().containsKey(name)) {
                request.lacking(name, wrong);
            }
        }
        if (request.fields().isEmpty()) {
            throw Refusal.malformed("The body names no field.", List.of());
        }
        return request.unless(wrong);
    }

    private static TicketRequest read(Fields body) {
        List<String> unknown = names(body.values(), field -> !TicketFields.ALL.contains(field.getKey()));
        if (!unknown.isEmpty()) {
            throw Refusal.malformed("A ticket has no " + String.join(", ", unknown) + ".", unknown);
        }
        List<String> mistyped = names(body.values(), field -> !fitsType(field.getKey(), field.getValue()));
        if (!mistyped.isEmpty()) {
            throw Refusal.malformed("Of the wrong type: " + String.join(", ", mistyped) + ".", mistyped);
        }
        return new TicketRequest(new LinkedHashMap<>(body.values()));
    }

    private static boolean fitsType(String name, Object value) {
        return value == null || (name.equals("severity") ? value instanceof Integer : value instanceof String);
    }

    private static List<String> names(Map<String, Object> fields, Predicate<Map.Entry<String, Object>> which) {
        return fields.entrySet().stream().filter(which).map(Map.Entry::getKey).toList();
    }

    /** Returns the fields whose values are never valid. */
    private List<String> wrong() {
        return new ArrayList<>(names(
                fields,
                field -> field.getValue() != null
                        && switch (field.getKey()) {
                            case "category" -> !CATEGORIES.contains(field.getValue());
                            case "status" -> !Status.texts().contains(field.getValue());
                            case "severity" -> (Integer) field.getValue() < 1 || (Integer) field.getValue() > 4;
                            case "summary" -> ((String) field.getValue()).length() > LONGEST_SUMMARY;
                            default -> ((String) field.getValue()).length() > LONGEST_TEXT;
                        }));
    }

    private List<String> given(List<String> names) {
        return names.stream().filter(fields::containsKey).toList();
    }

    private void lacking(String name, List<String> wrong) {
        if (isBlank(name) && !wrong.contains(name)) {
            wrong.add(name);
        }
    }

    private boolean isBlank(String name) {
        return !(fields.get(name) instanceof String text) || text.isBlank();
    }

    private TicketRequest unless(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("Not acceptable: " + String.join(", ", wrong) + ".", wrong);
        }
        return this;
    }
}
