/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.Arrays;
import java.util.Optional;

/** The states of a ticket that the TM Forum's Trouble Ticket API (TMF621, version 4) knows, by its names. */
public enum TicketState {
    ACKNOWLEDGED("acknowledged"),
    REJECTED("rejected"),
    PENDING("pending"),
    HELD("held"),
    IN_PROGRESS("inProgress"),
    CANCELLED("cancelled"),
    CLOSED("closed"),
    RESOLVED("resolved");

    private final String label;

    TicketState(String label) {
        this.label = label;
    }

    /** The name in TMF621. */
    public String label() {
        return label;
    }

    /** Whether the state is final. */
    public boolean over() {
        return this == CLOSED || this == CANCELLED || this == REJECTED;
    }

    public static Optional<TicketState> named(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst();
    }
}
