/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.etms.connection.Written;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks that a change took effect. Some vendors report success for a change that they ignore, such as an unknown field or a
 * status that the workflow does not allow. ETMS is queried only if its response does not show the change.
 */
final class Effect {
    /** Attempts without an effect before the request is blocked; some vendors show a change only after a moment. */
    private static final int ATTEMPTS = 3;

    private final Attempt attempt;
    private final EtmsApi api;
    private final String ticketId;

    Effect(Attempt attempt, String ticketId) {
        this.attempt = attempt;
        this.api = attempt.api();
        this.ticketId = ticketId;
    }

    /** Whether a ticket has this value, however the vendor writes it. */
    static Predicate<FoundTicket> shows(String field, String value) {
        return ticket -> plain(ticket.text(field)).equalsIgnoreCase(plain(value));
    }

    /** @param before the ticket before the change, if known; a vendor may store a value in a different form */
    void requireChange(Written written, String field, String value, Optional<FoundTicket> before)
            throws VendorException, NotDelivered {
        Predicate<FoundTicket> changed = ticket -> shows(field, value).test(ticket)
                || before.filter(earlier -> !earlier.text(field).equals(ticket.text(field)))
                        .isPresent();
        require(written, field, changed, field);
    }

    void requireEnd(Written written) throws VendorException, NotDelivered {
        require(written, "state", ticket -> !ticket.open(), "status");
    }

    /** @param shown the field for the message */
    private void require(Written written, String field, Predicate<FoundTicket> done, String shown)
            throws VendorException, NotDelivered {
        boolean reported = written.kind() == Written.Kind.DONE;
        if (!reported
                || !api.rules().shows(field)
                || written.ticket().filter(done).isPresent()) {
            return;
        }
        attempt.mayArrive();
        Optional<FoundTicket> now = now();
        if (now.isPresent() && !done.test(now.get())) {
            String sentence = "ETMS accepted the change of ticket " + ticketId + ", but its " + shown + " is still \""
                    + now.get().text(shown) + "\"";
            boolean last = attempt.entry().attempts() >= ATTEMPTS;
            throw new NotDelivered(last ? Failure.refused(sentence) : Failure.unknownEnd(sentence));
        }
    }

    /** Empty if ETMS does not show the ticket; then only its report of success counts. */
    private Optional<FoundTicket> now() throws VendorException {
        try {
            return api.ticket(ticketId) instanceof Lookup.Found found ? Optional.of(found.ticket()) : Optional.empty();
        } catch (Rejected e) {
            return Optional.empty();
        }
    }

    /** Vendors change line ends and blanks. */
    private static String plain(String written) {
        return written.strip().replaceAll("\\s+", " ");
    }
}
