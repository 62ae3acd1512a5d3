package io.vsatlink.api.ticket;

/** A ticketing system could not be told; it will be told again. The message is a sentence for a person. */
public class TicketingException extends Exception {
    private static final long serialVersionUID = 1L;

    public TicketingException(String message, Throwable cause) {
        super(message, cause);
    }
}
