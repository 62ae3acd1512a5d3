/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

/** A column whose value is computed after the item has been read. */
sealed interface Composite {

    /** The index of the column. */
    int column();

    /**
     * The first of several values that is present.
     *
     * @param first the index of the first one
     */
    record FirstOf(int column, int first, int count) implements Composite {}

    /**
     * Several texts joined into one.
     *
     * @param first the index of the first one
     * @param with the separator
     */
    record Joined(int column, int first, int count, String with) implements Composite {}

    /** The same text for every item. */
    record Constant(int column, String text) implements Composite {}
}
