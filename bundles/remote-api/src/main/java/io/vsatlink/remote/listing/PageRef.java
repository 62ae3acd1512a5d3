/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/** Identifies a page of a listing. */
public sealed interface PageRef {

    /** @param number from 0, whatever the vendor counts from */
    record Nth(int number) implements PageRef {}

    /**
     * The page that begins at a row.
     *
     * @param row the number of rows before it
     */
    record From(long row) implements PageRef {}

    /**
     * The page for which the previous page gave a cursor or URL.
     *
     * @param told the cursor or URL
     */
    record After(String told) implements PageRef {}

    /** The first page of every listing. */
    PageRef FIRST = new Nth(0);
}
