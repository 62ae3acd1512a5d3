/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

/** The kinds of requests. */
public enum RequestKind {
    /** A new ticket. */
    SUBMIT,
    /** A new value for a field of a ticket. */
    UPDATE,
    /** A note in a ticket's activity log. */
    NOTE,
    /** The end of a ticket: a note, then the status. */
    CLOSE
}
