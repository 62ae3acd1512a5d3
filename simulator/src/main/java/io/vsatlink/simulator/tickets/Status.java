/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.Arrays;
import java.util.List;

/** The states of a ticket that the contract defines. */
public enum Status {
    OPEN("Open", false),
    ACKNOWLEDGED("Acknowledged", false),
    IN_PROGRESS("In Progress", false),
    PENDING("Pending", false),
    HELD("Held", false),
    RESOLVED("Resolved", false),
    CLOSED("Closed", true),
    CANCELLED("Cancelled", true),
    REJECTED("Rejected", true);

    private final String text;
    private final boolean over;

    Status(String text, boolean over) {
        this.text = text;
        this.over = over;
    }

    public String text() {
        return text;
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Status::text).toList();
    }

    /** Returns whether a state is final. An unknown state is not. */
    static boolean isOver(Ticket ticket) {
        String now = ticket.text("status");
        return Arrays.stream(values()).anyMatch(status -> status.over && status.text.equals(now));
    }

    static boolean isSettled(Object status) {
        return RESOLVED.text.equals(status) || CLOSED.text.equals(status);
    }
}
