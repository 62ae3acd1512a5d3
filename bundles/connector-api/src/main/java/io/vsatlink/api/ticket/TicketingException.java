package io.vsatlink.api.ticket;

import io.vsatlink.api.text.Printable;

/**
 * A ticketing system could not be told; it will be told again. The message is a sentence for a person; what it
 * quotes is made {@link Printable}.
 */
public class TicketingException extends Exception {
    private static final long serialVersionUID = 1L;

    public TicketingException(String message, Throwable cause) {
        super(Printable.line(message), cause);
    }
}
