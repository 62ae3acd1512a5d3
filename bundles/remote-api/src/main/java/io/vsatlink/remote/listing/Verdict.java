/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;

/**
 * Whether a pass read all rows.
 *
 * @param what why it did not, as the beginning of a Reason; empty if it did
 * @param numbers the figures that show it, as the end of a Reason; may be empty
 */
public record Verdict(Kind kind, String what, String numbers) {
    static final Verdict COMPLETE = new Verdict(Kind.COMPLETE, "", "");

    /** The result of a pass. */
    public enum Kind {
        /** All rows were read, each once. */
        COMPLETE,
        /** Rows were added or removed between the pages: the next pass may be complete. */
        MOVED,
        /** The vendor returned fewer rows than it reports, and no rows moved. */
        PART
    }

    public boolean complete() {
        return kind == Kind.COMPLETE;
    }

    /** The same figures, with another beginning. */
    public Verdict because(String cause) {
        return new Verdict(kind, cause, numbers);
    }

    /** As a Reason, after one pass. */
    public String sentence() {
        return numbers.isEmpty() ? what : what + ": " + numbers;
    }

    /**
     * As a Reason.
     *
     * @param passes the number of passes so far
     */
    public String sentence(int passes) {
        String tried = what + ", in " + Counted.of(passes, "pass", "passes");
        return numbers.isEmpty() ? tried : tried + ": " + numbers;
    }
}
