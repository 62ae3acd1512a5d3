/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.remote.profile.Payload;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields and values that the vendor profile allows to be sent. They are checked beforehand: a request from which all fields
 * were omitted would be reported as successful.
 */
public record FieldRules(VendorProfile profile) {

    /**
     * Returns why a ticket can't be created with these fields, as a sentence; empty if it can.
     *
     * @param optional the fields that are omitted without an objection if the profile does not write them
     */
    public Optional<String> create(Map<String, String> fields, Set<String> optional) {
        Payload create = payload("create");
        Optional<String> unwritten = fields.keySet().stream()
                .filter(field -> !create.writes(field) && !optional.contains(field))
                .sorted()
                .findFirst();
        return unwritten.isPresent()
                ? Optional.of(unwritten.get() + " can't be sent with a new ticket: " + notWritten())
                : fields.entrySet().stream()
                        .flatMap(field -> create.objection(field.getKey(), field.getValue()).stream())
                        .sorted()
                        .findFirst();
    }

    /** Returns which field is missing for a new ticket, as a sentence; empty if none is. */
    public Optional<String> missing(Map<String, String> fields) {
        Set<String> given = new HashSet<>(fields.keySet());
        given.add("externalId");
        return payload("create")
                .missing(given)
                .map(field ->
                        field + " is missing: the vendor profile " + profile.name() + " requires it for a new ticket");
    }

    /** Those of these fields that are sent with a new ticket. */
    public Map<String, String> written(Map<String, String> fields) {
        Map<String, String> written = new TreeMap<>(fields);
        written.keySet().removeIf(field -> !payload("create").writes(field));
        return written;
    }

    /** Returns why this field can't be changed to this value, as a sentence; empty if it can. */
    public Optional<String> update(String field, String value) {
        Payload change = payload(changing(field));
        return change.writes(field)
                ? change.objection(field, value)
                : Optional.of(field + " can't be changed: " + notWritten());
    }

    private String notWritten() {
        return "the vendor profile " + profile.name() + " does not write it";
    }

    /** The name of the call that changes this field. */
    String changing(String field) {
        boolean apart =
                field.equals(EtmsProfile.STATUS_FIELD) && profile.calls().containsKey("setStatus");
        return apart ? "setStatus" : "update";
    }

    /** Whether the call that closes a ticket also sends the text of the closing. */
    public boolean closesWithText() {
        return profile.calls().get("close").carries(TicketRequest.TEXT);
    }

    /** Whether the response to a query of a ticket contains this field. */
    public boolean shows(String field) {
        return profile.calls().get("ticket").answer().columns().stream()
                .anyMatch(column -> column != null && column.name().equals(field));
    }

    /** Whether the response to a change of this field is the changed ticket. */
    public boolean answersWithTicket(String field) {
        return profile.calls().get(changing(field)).answer() != null;
    }

    private Payload payload(String call) {
        return profile.calls().get(call).payload();
    }
}
