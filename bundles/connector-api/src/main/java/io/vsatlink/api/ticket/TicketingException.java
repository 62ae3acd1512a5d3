/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.text.Printable;

/**
 * A change could not be reported to a ticketing system; it will be retried. The message is a sentence for a person; quoted
 * text is made {@link Printable}.
 */
public class TicketingException extends Exception {
    private static final long serialVersionUID = 1L;

    public TicketingException(String message, Throwable cause) {
        super(Printable.line(message), cause);
    }
}
