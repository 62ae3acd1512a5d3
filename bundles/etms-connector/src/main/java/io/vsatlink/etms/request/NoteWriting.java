/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.Activity;
import io.vsatlink.etms.connection.ActivityLog;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.LogReading;
import io.vsatlink.etms.connection.Written;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.time.IsoTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes a note, once. If the note may exist already, the ticket's activity log is searched for its externalId or, if the log
 * has none, for its text.
 */
final class NoteWriting {
    /** The maximum difference between our clock and ETMS's. */
    private static final Duration APART = Duration.ofHours(1);

    private final Attempt attempt;
    private final EtmsApi api;
    private final String ticketId;
    private final String text;
    private final String externalId;

    /** The text of the request. */
    NoteWriting(Attempt attempt, String ticketId) {
        this(attempt, ticketId, attempt.request().fields().get(TicketRequest.TEXT));
    }

    NoteWriting(Attempt attempt, String ticketId, String text) {
        this.attempt = attempt;
        this.api = attempt.api();
        this.ticketId = ticketId;
        this.text = text;
        String requestId = attempt.request().requestId();
        this.externalId = requestId.isEmpty() ? attempt.entry().key() : requestId;
    }

    void write() throws VendorException, NotDelivered {
        if (attempt.mayHaveArrived() && isThere()) {
            return;
        }
        attempt.making("the note");
        Written written = api.note(ticketId, text, externalId);
        switch (written.kind()) {
            case DONE -> {}
            case ABSENT -> throw TicketReference.absent(ticketId);
            case REFUSED -> throw new NotDelivered(Failure.refused("ETMS refuses the note" + written.because()));
            case EXISTS -> {
                if (!isThere()) {
                    throw new NotDelivered(Failure.refused("ETMS refuses the note" + written.because()
                            + "; the activity log of " + ticketId + " does not have it"));
                }
            }
            case CHANGED, UNCLEAR -> {
                attempt.mayArrive();
                if (!isThere()) {
                    throw new NotDelivered(Failure.unknownEnd("ETMS did not report whether it accepted the note"
                            + written.because() + "; the activity log of " + ticketId + " does not have it yet"));
                }
            }
        }
    }

    private boolean isThere() throws VendorException, NotDelivered {
        ActivityLog log = LogReading.of(api, ticketId).orElseThrow(() -> TicketReference.absent(ticketId));
        if (log.activities().stream().anyMatch(this::isThis)) {
            return true;
        }
        if (log.failure().isPresent()) {
            throw log.failure().get();
        }
        if (!log.problems().isEmpty()) {
            throw new NotDelivered(Failure.refused("it is unknown whether the note exists: in the activity log of "
                    + ticketId + " " + log.problems().get(0)));
        }
        return false;
    }

    private boolean isThis(Activity activity) {
        return activity.externalId().isEmpty()
                ? plain(activity.text()).equals(plain(text)) && !isOlder(activity)
                : activity.externalId().equals(externalId);
    }

    /** Vendors change line ends and blanks. */
    private static String plain(String written) {
        return written.strip().replaceAll("\\s+", " ");
    }

    /** Someone may have written the same text before this request was made. */
    private boolean isOlder(Activity activity) {
        try {
            Instant written = IsoTime.instant(activity.time());
            return written.isBefore(attempt.entry().createdAt().minus(APART));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
