package io.vsatlink.api.ticket;

/** What a request wants. */
public enum RequestKind {
    /** A new ticket. */
    SUBMIT,
    /** Another value for a field of a ticket. */
    UPDATE,
    /** A note in a ticket's activity log. */
    NOTE,
    /** The end of a ticket: a note, then the status. */
    CLOSE
}
