/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import java.util.Optional;

/**
 * The result of changing a ticket.
 *
 * @param said the text of ETMS's response if the change was not made; otherwise empty
 * @param ticket the ticket after the change, if the response contains it
 */
public record Written(Kind kind, String said, Optional<FoundTicket> ticket) {

    public enum Kind {
        DONE,
        /** ETMS reports that it already has it. */
        EXISTS,
        /** Someone else changed the ticket in the meantime; nothing was written. */
        CHANGED,
        /** The ticket does not exist. */
        ABSENT,
        /** ETMS refuses this change, and not us. */
        REFUSED,
        /** The status reports success, but the response does not match the change. */
        UNCLEAR
    }

    /** The text of ETMS's response, as the end of a sentence; empty if there is none. */
    public String because() {
        return said.isEmpty() ? "" : ": " + said;
    }
}
