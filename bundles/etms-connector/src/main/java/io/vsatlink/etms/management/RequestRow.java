/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.management;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.etms.request.RequestOperation;
import io.vsatlink.parameters.TableKey;
import java.time.Instant;
import java.util.Locale;

/** A row of the table of requests. */
@TableKey("id")
public record RequestRow(
        long id,
        String operation,
        String reference,
        String requestId,
        String state,
        long attempts,
        Instant nextAttemptAt,
        String lastError,
        String ticketId,
        String claimedBy,
        Instant createdAt,
        Instant deliveredAt,
        String origin) {

    /** The label that users see for a request's state. */
    public static String word(OutboxEntry entry) {
        String name = entry.state().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    public static RequestRow of(OutboxEntry entry) {
        return new RequestRow(
                entry.id(),
                RequestOperation.of(entry.request().kind()).name(),
                entry.request().reference(),
                entry.request().requestId(),
                word(entry),
                entry.attempts(),
                entry.nextAttemptAt(),
                entry.lastError(),
                entry.ticketId(),
                entry.claimedBy(),
                entry.createdAt(),
                entry.deliveredAt(),
                entry.request().origin());
    }
}
