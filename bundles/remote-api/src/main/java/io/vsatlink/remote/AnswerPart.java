/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

/**
 * The part of a response to request, for a call whose response comes in parts.
 *
 * @param number the number of parts before it
 * @param items the number of items in those parts
 * @param told the cursor or URL that the previous part gave for this one; empty if it gave none
 */
public record AnswerPart(int number, long items, String told) {

    /** The first part. */
    public static final AnswerPart FIRST = new AnswerPart(0, 0, "");
}
