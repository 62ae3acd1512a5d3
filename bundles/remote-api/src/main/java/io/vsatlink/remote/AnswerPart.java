/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

/**
 * Which part of a call's answer is asked for, where the vendor gives it in parts.
 *
 * @param number of parts before it
 * @param items in these
 * @param told what the part before it told to ask for it by; empty where it told nothing
 */
public record AnswerPart(int number, long items, String told) {

    /** The first. */
    public static final AnswerPart FIRST = new AnswerPart(0, 0, "");
}
