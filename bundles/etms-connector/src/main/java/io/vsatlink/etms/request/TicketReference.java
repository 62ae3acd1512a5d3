/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.remote.failure.VendorException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves the ticket that a request refers to. */
record TicketReference(TicketMirror mirror, Attempt attempt) {

    /** The id from an earlier delivery, from the last poll or from ETMS, in this order. */
    String ticketId() throws VendorException, NotDelivered {
        if (!attempt.entry().ticketId().isEmpty()) {
            return attempt.entry().ticketId();
        }
        String reference = attempt.request().reference();
        Optional<String> mirrored = mirrored(reference);
        if (mirrored.isPresent()) {
            return mirrored.get();
        }
        Lookup byReference = attempt.api().ticketByExternalId(reference);
        if (byReference instanceof Lookup.Found found) {
            return found.ticket().ticketId();
        }
        Lookup byId = attempt.api().ticket(reference);
        if (byId instanceof Lookup.Found found) {
            return found.ticket().ticketId();
        }
        throw new NotDelivered(Failure.refused(Stream.of(byReference, byId)
                .filter(Lookup.Unclear.class::isInstance)
                .map(lookup -> ((Lookup.Unclear) lookup).why())
                .findFirst()
                .orElse("ETMS has no ticket with the externalId or ticketId " + reference)));
    }

    private Optional<String> mirrored(String reference) {
        try (Snapshot snapshot = mirror.snapshot(attempt.entry().system())) {
            return snapshot.row(TicketListing.TICKETS, reference)
                    .or(() -> snapshot.find(TicketListing.TICKETS, "externalId", List.of(reference)).stream()
                            .findFirst())
                    .map(Row::key);
        }
    }

    static NotDelivered absent(String ticketId) {
        return new NotDelivered(Failure.refused("ETMS has no ticket " + ticketId));
    }
}
