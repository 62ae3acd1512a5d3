/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.api.ticket.OutboxEntry;
import java.time.Duration;
import java.util.List;

/** What becomes of a request that is about to be sent. */
public sealed interface Decision {

    /** It is sent. */
    record Send() implements Decision {}

    /**
     * It waits, and is decided again then.
     *
     * @param reason a sentence that users read
     */
    record Wait(Duration time, String reason) implements Decision {}

    /**
     * It becomes a note on another ticket.
     *
     * @param reason a sentence that users read
     */
    record Note(String ticketId, String text, String reason) implements Decision {}

    /**
     * It is not sent at all, nor is what waits behind it.
     *
     * @param reason a sentence that users read
     */
    record TakeBack(List<OutboxEntry> behind, String reason) implements Decision {}
}
