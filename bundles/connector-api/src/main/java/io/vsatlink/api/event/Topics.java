/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.event;

/** The topics of our events. Each event has {@link EventProperties#ELEMENT}. */
public final class Topics {

    /**
     * A poll of a dataset ended: {@code dataset}, {@code outcome}, {@code generation}, {@code items}, {@code added},
     * {@code changed}, {@code removed}.
     */
    public static final String DATASET_POLLED = "io/vsatlink/satprov/DATASET_POLLED";

    /**
     * An element became idle after at least one poll had ended: for each enabled dataset {@code <dataset>.outcome},
     * {@code <dataset>.generation} and {@code <dataset>.age} (seconds since the last success, -1 for never).
     */
    public static final String POLL_COMPLETED = "io/vsatlink/satprov/POLL_COMPLETED";

    /** An export ended: {@code outcome}, {@code directory}, {@code rows}. */
    public static final String EXPORTED = "io/vsatlink/exporter/EXPORTED";

    /** A ticket is new in the mirror: the ticket's fields, and {@code state}, by their names. */
    public static final String TICKET_CREATED = "io/vsatlink/etms/TICKET_CREATED";

    /** A ticket changed: its fields, and in {@code changed} the names of the changed ones, comma-separated. */
    public static final String TICKET_UPDATED = "io/vsatlink/etms/TICKET_UPDATED";

    /** A ticket was closed, cancelled or rejected: its fields. */
    public static final String TICKET_CLOSED = "io/vsatlink/etms/TICKET_CLOSED";

    /**
     * Incoming, from any sender to an element: {@code element}, required only if there are several, {@code operation}
     * ({@code submitTicket}, {@code updateTicket}, {@code addNote} or {@code closeTicket}; the first if it is missing)
     * and that operation's values by their names.
     */
    public static final String REQUEST = "io/vsatlink/etms/REQUEST";

    /** A request was delivered to ETMS: {@code request}, {@code operation}, {@code reference}, {@code requestId}, {@code ticketId}. */
    public static final String REQUEST_DELIVERED = "io/vsatlink/etms/REQUEST_DELIVERED";

    /** A request needs a person: as {@link #REQUEST_DELIVERED}, and {@code reason}. */
    public static final String REQUEST_BLOCKED = "io/vsatlink/etms/REQUEST_BLOCKED";

    /** A request was taken back before it was sent, by a rule of the backend: as {@link #REQUEST_BLOCKED}. */
    public static final String REQUEST_TAKEN_BACK = "io/vsatlink/etms/REQUEST_TAKEN_BACK";

    private Topics() {}
}
