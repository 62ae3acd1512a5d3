/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.management;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.parameters.TableKey;

/** A row of the Ticket Overview; a field that ETMS did not return is empty. */
@TableKey("ticketId")
public record TicketRow(
        String ticketId,
        String externalId,
        String category,
        String status,
        String severity,
        String circuitId,
        String infrastructureName,
        String customerNumber,
        String customerName,
        String locationName,
        String summary,
        String description,
        String createdBy,
        String owner,
        String workgroup,
        String createdDate,
        String lastModifiedDate,
        String resolvedDate,
        String contactName,
        String contactTelephone,
        String contactEmail,
        String state) {

    public static TicketRow of(Ticket ticket) {
        return new TicketRow(
                ticket.ticketId(),
                ticket.externalId(),
                ticket.category(),
                ticket.status(),
                ticket.text("severity"),
                ticket.circuitId(),
                ticket.text("infrastructureName"),
                ticket.text("customerNumber"),
                ticket.text("customerName"),
                ticket.text("locationName"),
                ticket.summary(),
                ticket.description(),
                ticket.text("createdBy"),
                ticket.text("owner"),
                ticket.text("workgroup"),
                ticket.text("createdDate"),
                ticket.text("lastModifiedDate"),
                ticket.text("resolvedDate"),
                ticket.text("contactName"),
                ticket.text("contactTelephone"),
                ticket.text("contactEmail"),
                ticket.text("state"));
    }
}
