/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.event;

/** The names of our events' properties. Counts are {@link Long}, all others {@link String}. */
public final class EventProperties {
    public static final String ELEMENT = "element";
    public static final String DATASET = "dataset";
    public static final String OUTCOME = "outcome";
    public static final String GENERATION = "generation";
    public static final String ITEMS = "items";
    public static final String ADDED = "added";
    public static final String CHANGED = "changed";
    public static final String REMOVED = "removed";
    public static final String AGE = "age";
    public static final String SCOPE = "scope";
    public static final String DIRECTORY = "directory";
    public static final String ROWS = "rows";

    public static final String OPERATION = "operation";
    public static final String REQUEST = "request";
    public static final String REFERENCE = "reference";
    public static final String REQUEST_ID = "requestId";
    public static final String TICKET_ID = "ticketId";
    public static final String REASON = "reason";

    private EventProperties() {}
}
