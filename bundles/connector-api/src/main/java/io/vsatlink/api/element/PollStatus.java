/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

/** The Status of a row of the Polling Settings. */
public enum PollStatus {
    NOT_POLLED("Not Polled"),
    DISABLED("Disabled"),
    QUEUED("Queued"),
    POLLING("Polling"),
    WAITING("Waiting"),
    SUCCEEDED("Succeeded"),
    HELD("Held"),
    FAILED("Failed");

    private final String label;

    PollStatus(String label) {
        this.label = label;
    }

    /** The label that users see. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** Whether a poll is queued or running. */
    public boolean busy() {
        return this == QUEUED || this == POLLING || this == WAITING;
    }
}
