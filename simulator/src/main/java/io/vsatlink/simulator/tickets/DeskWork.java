/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/** What the vendor's people do to tickets. */
public enum DeskWork {
    OPEN("opened"),
    CHANGE("changed"),
    NOTE("noted"),
    CLOSE("closed"),
    ARCHIVE("archived");

    private final String done;

    DeskWork(String done) {
        this.done = done;
    }

    public String done() {
        return done;
    }
}
