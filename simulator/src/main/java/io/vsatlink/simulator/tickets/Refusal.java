/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that the books refuse, with the status and the vendor's error. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String code;
    private final transient Map<String, Object> more;

    private Refusal(int status, String code, String message, Map<String, Object> more) {
        super(message);
        this.status = status;
        this.code = code;
        this.more = more;
    }

    static Refusal ticketExists(String externalId, String ticketId) {
        String message = "There is a ticket with the externalId " + externalId + " already.";
        return new Refusal(409, "TICKET_ALREADY_EXISTS", message, Map.of("ticketId", ticketId));
    }

    static Refusal activityExists(String externalId, String activityId) {
        String message = "There is an activity with the externalId " + externalId + " already.";
        return new Refusal(409, "ACTIVITY_ALREADY_EXISTS", message, Map.of("activityId", activityId));
    }

    static Refusal noTicket(String id) {
        return new Refusal(404, "TICKET_NOT_FOUND", "There is no ticket " + id + ".", Map.of());
    }

    static Refusal changedMeanwhile(Ticket now) {
        String message = "The ticket has changed meanwhile; its ETag is " + now.etag() + " now.";
        return new Refusal(412, "PRECONDITION_FAILED", message, Map.of());
    }

    static Refusal noList(String id) {
        return new Refusal(404, "TICKET_LIST_NOT_FOUND", "There is no ticket list " + id + ".", Map.of());
    }

    public static Refusal noSuchCall(String call) {
        return new Refusal(404, "NOT_FOUND", "There is no " + call + ".", Map.of());
    }

    /** Creates the refusal of a malformed request. */
    public static Refusal malformed(String message, List<String> fields) {
        return new Refusal(400, "VALIDATION", message, Map.of("fields", fields));
    }

    /** Creates the refusal of a well-formed request that can't be processed. */
    public static Refusal invalid(String message, List<String> fields) {
        return new Refusal(422, "VALIDATION", message, Map.of("fields", fields));
    }

    public int status() {
        return status;
    }

    public Map<String, Object> error() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", getMessage());
        error.putAll(more);
        return Map.of("error", error);
    }
}
