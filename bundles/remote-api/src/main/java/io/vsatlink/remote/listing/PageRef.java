/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/** Which page of a listing is meant. */
public sealed interface PageRef {

    /** @param number counted from 0, whatever the vendor counts from */
    record Nth(int number) implements PageRef {}

    /**
     * The one that begins at a row.
     *
     * @param row how many rows are before it
     */
    record From(long row) implements PageRef {}

    /**
     * The one after a page that told how to ask for it.
     *
     * @param told a cursor or a URL
     */
    record After(String told) implements PageRef {}

    /** Where every listing begins. */
    PageRef FIRST = new Nth(0);
}
