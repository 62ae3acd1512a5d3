/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.api.text.Counted;

/**
 * Whether a walk met all rows.
 *
 * @param what why it did not, as the beginning of a Reason; empty where it did
 * @param numbers what shows it, as the end of a Reason; may be empty
 */
public record Verdict(Kind kind, String what, String numbers) {
    static final Verdict COMPLETE = new Verdict(Kind.COMPLETE, "", "");

    /** What a walk was worth. */
    public enum Kind {
        /** All rows came, each once. */
        COMPLETE,
        /** Rows came and went between the pages: the next walk may be complete. */
        MOVED,
        /** The vendor gave a part of what it reports, and nothing moved. */
        PART
    }

    public boolean complete() {
        return kind == Kind.COMPLETE;
    }

    /** As a Reason of one walk. */
    public String sentence() {
        return numbers.isEmpty() ? what : what + ": " + numbers;
    }

    /**
     * As a Reason.
     *
     * @param passes how many walks there were by now
     */
    public String sentence(int passes) {
        String tried = what + ", in " + Counted.of(passes, "pass", "passes");
        return numbers.isEmpty() ? tried : tried + ": " + numbers;
    }
}
