/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.List;

/** The names of a ticket's fields, in the vendor's order. */
public final class TicketFields {
    public static final List<String> ALL = List.of(
            "ticketId",
            "externalId",
            "category",
            "status",
            "severity",
            "circuitId",
            "infrastructureName",
            "customerNumber",
            "customerName",
            "locationName",
            "summary",
            "description",
            "createdBy",
            "owner",
            "workgroup",
            "createdDate",
            "lastModifiedDate",
            "resolvedDate",
            "contactName",
            "contactTelephone",
            "contactEmail");

    /** The fields that only the vendor writes. */
    public static final List<String> READ_ONLY = List.of("ticketId", "createdDate", "lastModifiedDate", "resolvedDate");

    /** The fields that can't be changed after they are set. */
    public static final List<String> FIXED = List.of("externalId", "createdBy");

    private TicketFields() {}
}
