/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.connection.Written;
import io.vsatlink.remote.VendorException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Performs one attempt to deliver one request. What may have arrived before is looked up first, so that nothing is sent twice
 * unless ETMS can't be queried.
 */
final class Delivery {
    private final Attempt attempt;
    private final EtmsApi api;
    private final TicketMirror mirror;
    private final TicketRequest request;

    Delivery(Attempt attempt, TicketMirror mirror) {
        this.attempt = attempt;
        this.api = attempt.api();
        this.mirror = mirror;
        this.request = attempt.request();
    }

    /** @return the ticket's id */
    String make() throws VendorException, NotDelivered {
        if (request.kind() == RequestKind.SUBMIT) {
            return new Submission(attempt).make();
        }
        String ticketId = new TicketReference(mirror, attempt).ticketId();
        switch (request.kind()) {
            case UPDATE -> update(ticketId);
            case NOTE -> new NoteWriting(attempt, ticketId).write();
            case CLOSE -> close(ticketId);
            case SUBMIT -> throw new IllegalStateException("a ticket that does not exist yet has no id");
        }
        return ticketId;
    }

    private void update(String ticketId) throws VendorException, NotDelivered {
        Map.Entry<String, String> change =
                request.fields().entrySet().iterator().next();
        Predicate<FoundTicket> done = ticket -> ticket.text(change.getKey()).equals(change.getValue());
        if (attempt.mayHaveArrived() && is(ticketId, done)) {
            return;
        }
        Optional<String> objection = api.rules().update(change.getKey(), change.getValue());
        if (objection.isPresent()) {
            throw new NotDelivered(Failure.refused(objection.get()));
        }
        require(api.update(ticketId, KnownFields.typed(request.fields())), ticketId, done);
    }

    /** Adds the note first and then sets the status, so that users who see the closed ticket also see the reason. */
    private void close(String ticketId) throws VendorException, NotDelivered {
        new NoteWriting(attempt, ticketId).write();
        attempt.mayArrive();
        if (!attempt.mayHaveArrived() || !is(ticketId, FoundTicket::over)) {
            require(api.end(ticketId), ticketId, FoundTicket::over);
        }
    }

    private boolean is(String ticketId, Predicate<FoundTicket> done) throws VendorException {
        return api.ticket(ticketId) instanceof Lookup.Found found && done.test(found.ticket());
    }

    private void require(Written written, String ticketId, Predicate<FoundTicket> done)
            throws VendorException, NotDelivered {
        switch (written.kind()) {
            case DONE, EXISTS -> {}
            case ABSENT -> throw TicketReference.absent(ticketId);
            case CHANGED ->
                throw new NotDelivered(Failure.changedMeanwhile(
                        "another user changed ticket " + ticketId + " at the same moment" + written.because()));
            case UNCLEAR -> {
                if (!is(ticketId, done)) {
                    throw new NotDelivered(Failure.refused("ETMS answered the change of ticket " + ticketId
                            + " with something that is not this ticket, and the ticket is unchanged"));
                }
            }
        }
    }
}
