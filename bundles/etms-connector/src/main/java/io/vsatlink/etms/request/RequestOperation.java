/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The operations that create requests, by the names that users and events use. */
public enum RequestOperation {
    submitTicket(RequestKind.SUBMIT) {
        @Override
        TicketRequest request(Map<String, String> values, String origin) {
            Map<String, String> fields = new TreeMap<>(values);
            return TicketRequest.submit(take(fields, "externalId"), fields, origin);
        }
    },
    updateTicket(RequestKind.UPDATE) {
        @Override
        TicketRequest request(Map<String, String> values, String origin) {
            Map<String, String> rest = new TreeMap<>(values);
            String reference = take(rest, "reference");
            String field = take(rest, "field");
            return TicketRequest.update(reference, field, take(rest, "value"), take(rest, "requestId"), origin);
        }
    },
    addNote(RequestKind.NOTE) {
        @Override
        TicketRequest request(Map<String, String> values, String origin) {
            Map<String, String> rest = new TreeMap<>(values);
            String text = take(rest, TicketRequest.TEXT);
            return TicketRequest.note(take(rest, "reference"), text, take(rest, "requestId"), origin);
        }
    },
    closeTicket(RequestKind.CLOSE) {
        @Override
        TicketRequest request(Map<String, String> values, String origin) {
            Map<String, String> rest = new TreeMap<>(values);
            String text = take(rest, TicketRequest.TEXT);
            return TicketRequest.close(take(rest, "reference"), text, take(rest, "requestId"), origin);
        }
    };

    private final RequestKind kind;

    RequestOperation(RequestKind kind) {
        this.kind = kind;
    }

    public static RequestOperation of(RequestKind kind) {
        return Arrays.stream(values())
                .filter(operation -> operation.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Creates the request that an operation's values describe.
     *
     * @param name of the operation
     * @throws IllegalArgumentException if there is no such operation, or its values do not form a request
     */
    public static TicketRequest request(String name, Map<String, String> values, String origin) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "operation \"" + name + "\" is not accepted; allowed is one of " + Arrays.toString(values())))
                .request(values, origin);
    }

    abstract TicketRequest request(Map<String, String> values, String origin);

    private static String take(Map<String, String> values, String name) {
        String value = values.remove(name);
        return value == null ? "" : value;
    }
}
