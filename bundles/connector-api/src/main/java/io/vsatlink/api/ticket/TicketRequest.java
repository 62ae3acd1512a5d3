/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An incoming change of a ticket. Immutable.
 *
 * @param reference which ticket: an {@code externalId} or a {@code ticketId}; for {@link RequestKind#SUBMIT} the
 *     {@code externalId} that the new ticket gets
 * @param requestId identifies the request, to detect repetitions; empty if the caller has none. Not for
 *     {@link RequestKind#SUBMIT}, which uses the reference
 * @param fields by name: those of the new ticket, the one field to change, or {@link #TEXT}
 * @param origin the channel, in one word, for instance {@code mbean}
 */
public record TicketRequest(
        RequestKind kind, String reference, String requestId, Map<String, String> fields, String origin) {

    /** The field of a note's or a close's text. */
    public static final String TEXT = "text";

    /** The longest reference and request id. */
    public static final int MAX_REFERENCE = 255;

    /** The maximum total length of all fields. */
    public static final int MAX_FIELDS = 16_000;

    /** @throws IllegalArgumentException with a sentence, if it is not a valid request */
    public TicketRequest {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        String what = kind == RequestKind.SUBMIT ? "externalId" : "reference";
        if (reference == null || reference.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        requireWord(what, reference);
        requireWord("requestId", requestId);
        int length = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            length += field.getKey().length() + field.getValue().length();
        }
        if (length > MAX_FIELDS) {
            throw new IllegalArgumentException("the request is longer than " + MAX_FIELDS + " characters: " + length);
        }
        boolean text = kind == RequestKind.NOTE || kind == RequestKind.CLOSE;
        if (text && fields.getOrDefault(TEXT, "").isBlank()) {
            throw new IllegalArgumentException("text is missing");
        }
        if (kind == RequestKind.UPDATE && fields.size() != 1) {
            throw new IllegalArgumentException("an update changes one field");
        }
    }

    private static void requireWord(String name, String value) {
        if (value.length() > MAX_REFERENCE) {
            throw new IllegalArgumentException(
                    name + " is longer than " + MAX_REFERENCE + " characters: " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl) || !value.equals(value.strip())) {
            throw new IllegalArgumentException(name + " has control characters, or blanks around it");
        }
    }

    public static TicketRequest submit(String externalId, Map<String, String> fields, String origin) {
        return new TicketRequest(RequestKind.SUBMIT, externalId, "", fields, origin);
    }

    public static TicketRequest update(String reference, String field, String value, String requestId, String origin) {
        return new TicketRequest(RequestKind.UPDATE, reference, requestId, Map.of(field, value), origin);
    }

    public static TicketRequest note(String reference, String text, String requestId, String origin) {
        return new TicketRequest(RequestKind.NOTE, reference, requestId, Map.of(TEXT, text), origin);
    }

    public static TicketRequest close(String reference, String text, String requestId, String origin) {
        return new TicketRequest(RequestKind.CLOSE, reference, requestId, Map.of(TEXT, text), origin);
    }

    /** The same request with other fields. */
    public TicketRequest with(Map<String, String> others) {
        return new TicketRequest(kind, reference, requestId, others, origin);
    }
}
