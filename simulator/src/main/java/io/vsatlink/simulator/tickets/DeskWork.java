/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/** The kinds of changes that the vendor's staff make to tickets. */
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
