/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.connection.Written;
import io.vsatlink.etms.hygiene.Decision;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
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

    /** A new ticket that became a note. If ETMS refuses it, the ticket has changed since, and another decision is made. */
    void note(Decision.Note note) throws VendorException, NotDelivered {
        try {
            new NoteWriting(attempt, note.ticketId(), note.text()).write();
        } catch (NotDelivered e) {
            throw e.failure().kind() == Failure.Kind.REFUSED
                    ? new NotDelivered(Failure.changedMeanwhile(e.failure().reason()))
                    : e;
        }
    }

    private void update(String ticketId) throws VendorException, NotDelivered {
        Map.Entry<String, String> change =
                request.fields().entrySet().iterator().next();
        String field = change.getKey();
        Predicate<FoundTicket> done = Effect.shows(field, change.getValue());
        Optional<FoundTicket> before = before(ticketId, field);
        if (attempt.mayHaveArrived() && before.filter(done).isPresent()) {
            return;
        }
        Optional<String> objection = api.rules().update(field, change.getValue());
        if (objection.isPresent()) {
            throw new NotDelivered(Failure.refused(objection.get()));
        }
        Optional<Written> written =
                write(() -> api.update(ticketId, KnownFields.typed(request.fields())), ticketId, done);
        if (written.isPresent()) {
            require(written.get(), ticketId, done);
            new Effect(attempt, ticketId).requireChange(written.get(), field, change.getValue(), before);
        }
    }

    /** The ticket before the change. ETMS is queried if the change may have arrived, or if its response will not show the ticket. */
    private Optional<FoundTicket> before(String ticketId, String field) throws VendorException {
        boolean shownLater =
                api.rules().answersWithTicket(field) || !api.rules().shows(field);
        return shownLater && !attempt.mayHaveArrived() ? mirrored(ticketId) : found(ticketId);
    }

    private Optional<FoundTicket> mirrored(String ticketId) {
        try (Snapshot snapshot = mirror.snapshot(attempt.entry().system())) {
            return snapshot.row(TicketListing.TICKETS, ticketId).map(row -> FoundTicket.of(row.values()));
        }
    }

    /**
     * Adds the note first and then sets the status, so that users who see the closed ticket also see the reason; or both in
     * one call, if the vendor requires it.
     */
    private void close(String ticketId) throws VendorException, NotDelivered {
        if (!api.rules().closesWithText()) {
            new NoteWriting(attempt, ticketId).write();
            attempt.mayArrive();
        }
        if (!attempt.mayHaveArrived() || !is(ticketId, FoundTicket::over)) {
            String text = request.fields().get(TicketRequest.TEXT);
            Optional<Written> written = write(() -> api.end(ticketId, text), ticketId, FoundTicket::over);
            if (written.isPresent()) {
                require(written.get(), ticketId, FoundTicket::over);
                new Effect(attempt, ticketId).requireEnd(written.get());
            }
        }
    }

    private interface Call {
        Written make() throws VendorException;
    }

    /** Empty if ETMS refuses it because an earlier attempt has done it, although it did not show that before. */
    private Optional<Written> write(Call call, String ticketId, Predicate<FoundTicket> done) throws VendorException {
        Written written;
        try {
            written = call.make();
        } catch (Rejected e) {
            if (attempt.mayHaveArrived() && is(ticketId, done)) {
                return Optional.empty();
            }
            throw e;
        }
        boolean refused = written.kind() == Written.Kind.REFUSED && attempt.mayHaveArrived();
        return refused && is(ticketId, done) ? Optional.empty() : Optional.of(written);
    }

    private boolean is(String ticketId, Predicate<FoundTicket> done) throws VendorException {
        return found(ticketId).filter(done).isPresent();
    }

    private Optional<FoundTicket> found(String ticketId) throws VendorException {
        return api.ticket(ticketId) instanceof Lookup.Found found ? Optional.of(found.ticket()) : Optional.empty();
    }

    private void require(Written written, String ticketId, Predicate<FoundTicket> done)
            throws VendorException, NotDelivered {
        switch (written.kind()) {
            case DONE, EXISTS -> {}
            case ABSENT -> throw TicketReference.absent(ticketId);
            case REFUSED ->
                throw new NotDelivered(
                        Failure.refused("ETMS refuses the change of ticket " + ticketId + written.because()));
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
