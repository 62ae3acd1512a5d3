/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;

/**
 * The progress of a sync.
 *
 * @param pass the number of the pass, from 1
 * @param pages pages processed in this pass
 * @param pagesTotal total number of pages, 0 while unknown
 * @param items rows received in this pass
 */
public record Progress(int pass, int pages, int pagesTotal, long items) {
    public static final Progress NONE = new Progress(1, 0, 0, 0);

    /** The progress, for a Reason. */
    public String done() {
        return of(pages + " of " + (pagesTotal == 0 ? "? pages" : Counted.of(pagesTotal, "page")) + ", "
                + Counted.of(items, "row") + " so far");
    }

    /** The place of a page, counted from 0, for a Reason. */
    String at(int page) {
        return of("page " + (page + 1) + (pagesTotal > 0 ? " of " + pagesTotal : ""));
    }

    private String of(String place) {
        return pass == 1 ? place : place + " (pass " + pass + ")";
    }
}
