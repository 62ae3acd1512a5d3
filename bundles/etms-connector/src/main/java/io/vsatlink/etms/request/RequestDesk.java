/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.FieldRules;
import io.vsatlink.etms.request.CircuitFacts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Accepts requests: checks them, adds known facts and stores them. Thread-safe; waits for the database only. */
public final class RequestDesk {
    private final Outbox outbox;
    private final TicketMirror mirror;
    private final CircuitFacts circuits;
    private final Supplier<FieldRules> rules;

    /** @param rules of the vendor profile in force */
    public RequestDesk(Outbox outbox, TicketMirror mirror, CircuitFacts circuits, Supplier<FieldRules> rules) {
        this.outbox = outbox;
        this.mirror = mirror;
        this.circuits = circuits;
        this.rules = rules;
    }

    /**
     * @param system the system whose backends deliver the request
     * @param managedBy the value that marks tickets as ours, used if the request does not set it
     * @throws IllegalArgumentException with a sentence if the request is not accepted
     */
    public Receipt accept(String system, TicketRequest request, UnmonitoredCircuits rule, String managedBy) {
        if (system.isEmpty()) {
            throw new IllegalArgumentException(
                    "host, port, routeTo and username must be set before requests are taken");
        }
        TicketRequest checked = KnownFields.checked(request);
        objection(checked).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return checked.kind() == RequestKind.SUBMIT
                ? outbox.accept(system, complete(filled(checked, rule, managedBy)), "")
                : outbox.accept(system, checked, ticketId(system, checked.reference()));
    }

    /** Refuses it if a required field is missing, and omits added fields that the vendor does not have. */
    private TicketRequest complete(TicketRequest filled) {
        rules.get().missing(filled.fields()).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return filled.with(rules.get().written(filled.fields()));
    }

    private Optional<String> objection(TicketRequest request) {
        return switch (request.kind()) {
            case SUBMIT -> rules.get().create(request.fields(), Set.of(KnownFields.CATEGORY));
            case UPDATE -> {
                Map.Entry<String, String> change =
                        request.fields().entrySet().iterator().next();
                yield rules.get().update(change.getKey(), change.getValue());
            }
            case NOTE, CLOSE -> Optional.empty();
        };
    }

    private TicketRequest filled(TicketRequest request, UnmonitoredCircuits rule, String managedBy) {
        String circuitId = request.fields().get("circuitId");
        Facts facts = circuitId == null ? Facts.NONE : circuits.of(circuitId);
        if (!facts.unmonitored().isEmpty() && rule == UnmonitoredCircuits.REFUSE) {
            throw new IllegalArgumentException("circuit " + circuitId + " is not monitored: " + facts.unmonitored());
        }
        Map<String, String> fields = new TreeMap<>(facts.fields());
        if (!managedBy.isEmpty()) {
            fields.put("createdBy", managedBy);
        }
        fields.putAll(request.fields());
        if (!facts.unmonitored().isEmpty() && rule == UnmonitoredCircuits.MARK) {
            String mark = "Circuit " + circuitId + " is not monitored: " + facts.unmonitored() + ".";
            fields.merge("description", mark, (description, added) -> description + "\n\n" + added);
        }
        return request.with(fields);
    }

    /** The id of the referenced ticket as far as the mirror knows it; otherwise empty. */
    private String ticketId(String system, String reference) {
        try (Snapshot snapshot = mirror.snapshot(system)) {
            if (snapshot.row(TicketListing.TICKETS, reference).isPresent()) {
                return reference;
            }
            Optional<Row> found = snapshot.find(TicketListing.TICKETS, "externalId", List.of(reference)).stream()
                    .findFirst();
            return found.map(Row::key).orElse("");
        }
    }
}
