/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import static io.vsatlink.api.dataset.Column.integer;
import static io.vsatlink.api.dataset.Column.lookup;
import static io.vsatlink.api.dataset.Column.text;
import static io.vsatlink.api.dataset.Column.time;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import java.util.List;

/** The stored columns of a ticket: the platform's fields, followed by the resulting state. */
public enum TicketListing implements Listing {
    TICKETS;

    private static final List<Column> COLUMNS = List.of(
            text("ticketId"),
            lookup("externalId"),
            text("category"),
            text("status"),
            integer("severity"),
            lookup("circuitId"),
            text("infrastructureName"),
            text("customerNumber"),
            text("customerName"),
            text("locationName"),
            text("summary"),
            text("description"),
            text("createdBy"),
            text("owner"),
            text("workgroup"),
            time("createdDate"),
            time("lastModifiedDate"),
            time("resolvedDate"),
            text("contactName"),
            text("contactTelephone"),
            text("contactEmail"),
            text("state"));

    @Override
    public String key() {
        return "tickets";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Column keyColumn() {
        return COLUMNS.get(0);
    }

    @Override
    public int keyIndex() {
        return 0;
    }
}
