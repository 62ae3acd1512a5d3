/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.column.Place;

/**
 * Where the rows of a listing are if they are not its items.
 *
 * @param rows the place in an item of a list of rows, or of one row; null if each item has a call of its own
 * @param perItem the call for each item; null if its rows are in the item
 * @param distinct whether equal rows count as one: an item may contain what other items contain too
 */
public record Nesting(Place rows, PerItem perItem, boolean distinct) {

    /** The place of the rows, for people. */
    public String shown() {
        return rows == null ? perItem.shown() : rows.text();
    }
}
