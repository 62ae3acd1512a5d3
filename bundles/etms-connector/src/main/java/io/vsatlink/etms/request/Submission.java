/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.Created;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.remote.failure.VendorException;
import java.util.Map;
import java.util.Optional;

/**
 * Creates a ticket, once. ETMS is queried by our externalId whenever it may already have the ticket. A ticket is ours only if
 * it has that externalId; it is then adopted, whatever other fields can be read. If the answer is unclear, a person decides.
 */
final class Submission {
    private final Attempt attempt;
    private final EtmsApi api;
    private final String externalId;

    Submission(Attempt attempt) {
        this.attempt = attempt;
        this.api = attempt.api();
        this.externalId = attempt.request().reference();
    }

    /** @return the ticket's id */
    String make() throws VendorException, NotDelivered {
        if (attempt.again()) {
            Lookup earlier = api.ticketByExternalId(externalId);
            if (attempt.mayHaveArrived()) {
                requireClear(earlier);
            }
            if (earlier instanceof Lookup.Found found) {
                return found.ticket().ticketId();
            }
        }
        TicketRequest request = attempt.request();
        Optional<String> objection = objection(request.fields());
        if (objection.isPresent()) {
            throw new NotDelivered(Failure.refused(objection.get()));
        }
        attempt.making("a ticket with the externalId " + externalId);
        Created created = api.create(externalId, KnownFields.typed(request.fields()));
        if (created instanceof Created.Exists exists) {
            return ours(exists);
        }
        if (created instanceof Created.Refused refused) {
            throw new NotDelivered(Failure.refused("ETMS refuses the new ticket: " + refused.said()));
        }
        String ticketId = ((Created.Made) created).ticketId();
        return ticketId.isEmpty() ? made() : ticketId;
    }

    private Optional<String> objection(Map<String, String> fields) {
        Optional<String> refused = api.rules().create(fields, KnownFields.FILLED_IN);
        return refused.isPresent() ? refused : api.rules().missing(fields);
    }

    /** The ticket was created, but its id was not returned. */
    private String made() throws VendorException, NotDelivered {
        attempt.made();
        Lookup there = api.ticketByExternalId(externalId);
        requireClear(there);
        if (there instanceof Lookup.Found found) {
            return found.ticket().ticketId();
        }
        throw new NotDelivered(
                Failure.unknownEnd("ETMS has created the ticket, but does not find it by its externalId yet"));
    }

    /** Some vendors reject a second ticket for a circuit and return the existing one. */
    private String ours(Created.Exists exists) throws VendorException, NotDelivered {
        Lookup byReference = api.ticketByExternalId(externalId);
        if (byReference instanceof Lookup.Found found) {
            return found.ticket().ticketId();
        }
        String named = exists.ticketId();
        Lookup byId = named.isEmpty() ? new Lookup.Absent() : api.ticket(named);
        if (byId instanceof Lookup.Found found && found.ticket().externalId().equals(externalId)) {
            return named;
        }
        throw new NotDelivered(Failure.refused("ETMS refuses a new ticket"
                + (named.isEmpty() ? "" : " because " + named + " exists" + whose(byId))
                + (exists.said().isEmpty() ? "" : " (" + exists.said() + ")")
                + "; "
                + (byReference instanceof Lookup.Unclear unclear
                        ? unclear.why()
                        : "it has no ticket with the externalId " + externalId)));
    }

    private static String whose(Lookup named) {
        return named instanceof Lookup.Found other
                        && !other.ticket().externalId().isEmpty()
                ? ", whose externalId is " + other.ticket().externalId()
                : "";
    }

    private static void requireClear(Lookup lookup) throws NotDelivered {
        if (lookup instanceof Lookup.Unclear unclear) {
            throw new NotDelivered(Failure.refused(unclear.why() + ": check whether ETMS has the ticket"));
        }
    }
}
