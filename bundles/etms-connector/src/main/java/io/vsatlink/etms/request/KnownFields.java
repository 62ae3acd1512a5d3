/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.ticket.TicketCategory;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks the fields of a request before it is stored, and converts the values to their types. */
final class KnownFields {
    private static final Set<String> READ_ONLY =
            Set.of("ticketId", "createdDate", "lastModifiedDate", "resolvedDate", "state");
    private static final Set<String> SET_ONCE = Set.of("externalId", "createdBy");

    /** Required in each submission, even if the vendor has no such field. */
    static final String CATEGORY = "category";

    /** Fields that VsatLink fills in or requires itself; omitted if the vendor has no such field. */
    static final Set<String> FILLED_IN = Set.of(
            CATEGORY,
            "createdBy",
            "customerNumber",
            "customerName",
            "locationName",
            "contactName",
            "contactTelephone",
            "contactEmail");

    private KnownFields() {}

    /**
     * Returns the request with normalized values and without empty ones.
     *
     * @throws IllegalArgumentException with a sentence if the request is invalid
     */
    static TicketRequest checked(TicketRequest request) {
        return switch (request.kind()) {
            case SUBMIT -> submit(request);
            case UPDATE -> update(request);
            case NOTE, CLOSE -> request;
        };
    }

    private static TicketRequest submit(TicketRequest request) {
        Map<String, String> fields = new TreeMap<>();
        request.fields().forEach((name, value) -> {
            requireWritable(name, READ_ONLY);
            if (!value.isBlank()) {
                fields.put(name, normal(name, value));
            }
        });
        requireOwnReference(request, fields.remove("externalId"));
        TicketCategory category = TicketCategory.named(fields.getOrDefault(CATEGORY, ""))
                .orElseThrow(() -> new IllegalArgumentException(
                        "category is missing; allowed is one of " + TicketCategory.allowedNames()));
        if (!category.aboutCircuit() && !fields.containsKey("infrastructureName") && fields.containsKey("circuitId")) {
            // submitTicket has one field for the circuit or infrastructure
            fields.put("infrastructureName", fields.remove("circuitId"));
        }
        String about = category.aboutCircuit() ? "circuitId" : "infrastructureName";
        for (String needed : List.of(about, "summary")) {
            if (!fields.containsKey(needed)) {
                throw new IllegalArgumentException(needed + " is missing");
            }
        }
        return request.with(fields);
    }

    private static void requireOwnReference(TicketRequest request, String externalId) {
        if (externalId != null && !externalId.equals(request.reference())) {
            throw new IllegalArgumentException("externalId is given twice, with two values");
        }
    }

    private static TicketRequest update(TicketRequest request) {
        Map.Entry<String, String> change =
                request.fields().entrySet().iterator().next();
        requireWritable(change.getKey(), READ_ONLY);
        requireWritable(change.getKey(), SET_ONCE);
        return request.with(Map.of(change.getKey(), normal(change.getKey(), change.getValue())));
    }

    private static void requireWritable(String name, Set<String> refused) {
        if (TicketListing.TICKETS.indexOf(name) < 0 || refused.contains(name)) {
            throw new IllegalArgumentException(name + " is not a field that can be set");
        }
    }

    private static String normal(String name, String value) {
        return switch (name) {
            case "severity" -> severity(value.strip());
            case "category" ->
                TicketCategory.named(value.strip())
                        .map(TicketCategory::label)
                        .orElseThrow(() -> new IllegalArgumentException("category \"" + value
                                + "\" is not accepted; allowed is one of " + TicketCategory.allowedNames()));
            default -> value;
        };
    }

    private static String severity(String value) {
        if (!value.matches("[1-4]")) {
            throw new IllegalArgumentException(
                    "severity \"" + value + "\" is not accepted; allowed is 1 (critical) to 4 (minor)");
        }
        return value;
    }

    /** The fields as values of their columns' types. */
    static Map<String, Object> typed(Map<String, String> fields) {
        Map<String, Object> typed = new HashMap<>();
        fields.forEach((name, value) -> {
            int place = TicketListing.TICKETS.indexOf(name);
            boolean number = TicketListing.TICKETS.columns().get(place).type() == ColumnType.INTEGER;
            typed.put(name, number ? (Object) Long.valueOf(value) : value);
        });
        return typed;
    }
}
