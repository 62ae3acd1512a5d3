package io.vsatlink.etms.request;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.EtmsApi.Written;
import io.vsatlink.vendor.VendorException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to deliver one request. What may have arrived before is looked up first, so that it is sent twice only
 * where ETMS can't be asked.
 */
final class Delivery {
    private final EtmsApi api;
    private final TicketMirror mirror;
    private final OutboxEntry entry;
    private final TicketRequest request;

    Delivery(EtmsApi api, TicketMirror mirror, OutboxEntry entry) {
        this.api = api;
        this.mirror = mirror;
        this.entry = entry;
        this.request = entry.request();
    }

    /** ETMS refused it, in words of ours. */
    static final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        NotDelivered(Failure failure) {
            super(failure.reason());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    /** @return the ticket's id */
    String make() throws VendorException, NotDelivered {
        return switch (request.kind()) {
            case SUBMIT -> submit();
            case UPDATE -> update();
            case NOTE -> note();
            case CLOSE -> close();
        };
    }

    private String submit() throws VendorException, NotDelivered {
        if (entry.mayHaveArrived()) {
            Optional<Ticket> arrived = api.ticketByExternalId(request.reference());
            if (arrived.isPresent()) {
                return arrived.get().ticketId();
            }
        }
        Map<String, Object> fields = new HashMap<>(KnownFields.typed(request.fields()));
        fields.put("externalId", request.reference());
        String ticketId = api.create(fields);
        return ticketId.isEmpty() ? made() : ticketId;
    }

    /** It is there; only its id was not told. */
    private String made() throws VendorException, NotDelivered {
        return api.ticketByExternalId(request.reference())
                .map(Ticket::ticketId)
                .orElseThrow(() ->
                        new NotDelivered(Failure.unknownEnd("ETMS has the ticket, but finds none by its externalId")));
    }

    private String update() throws VendorException, NotDelivered {
        String ticketId = ticketId();
        Map.Entry<String, String> change =
                request.fields().entrySet().iterator().next();
        if (entry.mayHaveArrived() && has(ticketId, change)) {
            return ticketId;
        }
        require(api.update(ticketId, KnownFields.typed(request.fields())), ticketId);
        return ticketId;
    }

    private boolean has(String ticketId, Map.Entry<String, String> change) throws VendorException {
        return api.ticket(ticketId)
                .map(ticket -> ticket.text(change.getKey()).equals(change.getValue()))
                .orElse(false);
    }

    private String note() throws VendorException, NotDelivered {
        String ticketId = ticketId();
        require(api.note(ticketId, request.fields().get(TicketRequest.TEXT), noteId()), ticketId);
        return ticketId;
    }

    /** First the note, then the status: so that the reason is there when people see that it is closed. */
    private String close() throws VendorException, NotDelivered {
        String ticketId = note();
        boolean over =
                entry.mayHaveArrived() && api.ticket(ticketId).map(Ticket::over).orElse(false);
        if (!over) {
            require(api.end(ticketId), ticketId);
        }
        return ticketId;
    }

    /** By it ETMS tells a repetition from a second note. */
    private String noteId() {
        return request.requestId().isEmpty() ? entry.key() : request.requestId();
    }

    private static void require(Written written, String ticketId) throws NotDelivered {
        if (written == Written.ABSENT) {
            throw new NotDelivered(Failure.refused("ETMS has no ticket " + ticketId));
        }
        if (written == Written.CHANGED) {
            throw new NotDelivered(
                    Failure.changedMeanwhile("somebody else changed ticket " + ticketId + " at the same moment"));
        }
    }

    /** What an earlier delivery told, what the last poll saw, or what ETMS says. */
    private String ticketId() throws VendorException, NotDelivered {
        if (!entry.ticketId().isEmpty()) {
            return entry.ticketId();
        }
        String reference = request.reference();
        Optional<String> mirrored = mirrored(reference);
        if (mirrored.isPresent()) {
            return mirrored.get();
        }
        Optional<Ticket> told = api.ticketByExternalId(reference);
        if (told.isEmpty()) {
            told = api.ticket(reference);
        }
        return told.map(Ticket::ticketId)
                .orElseThrow(() -> new NotDelivered(
                        Failure.refused("ETMS has no ticket with the externalId or ticketId " + reference)));
    }

    private Optional<String> mirrored(String reference) {
        try (Snapshot snapshot = mirror.snapshot(entry.system())) {
            return snapshot.row(TicketListing.TICKETS, reference)
                    .or(() -> snapshot.find(TicketListing.TICKETS, "externalId", List.of(reference)).stream()
                            .findFirst())
                    .map(Row::key);
        }
    }
}
