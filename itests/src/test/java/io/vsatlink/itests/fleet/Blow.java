/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

/** What befalls a fleet. */
enum Blow {
    KILL("kill -9", true),
    SUSPEND("kill -STOP, later -CONT", true),
    CUT("cut off from the database", true),
    CROWD("no connections left", false),
    FAIL_OVER("database failover", false);

    private final String label;
    private final boolean ofOne;

    Blow(String label, boolean ofOne) {
        this.label = label;
        this.ofOne = ofOne;
    }

    /** Whether the others have to take over. */
    boolean ofOne() {
        return ofOne;
    }

    @Override
    public String toString() {
        return label;
    }
}
