/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/**
 * What came of a change of a ticket.
 *
 * @param said ETMS's own words where it was not done; else empty
 */
public record Written(Kind kind, String said) {

    public enum Kind {
        DONE,
        /** ETMS says that it has it already. */
        EXISTS,
        /** Somebody else changed the ticket meanwhile; nothing was written. */
        CHANGED,
        /** There is no such ticket. */
        ABSENT,
        /** The status says that it was done, and what came with it is not what was changed. */
        UNCLEAR
    }

    /** ETMS's own words, as the end of a sentence. */
    public String because() {
        return said.isEmpty() ? "" : ": " + said;
    }
}
