/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.text;

/** Numbers of things in sentences: {@code 1 page}, {@code 2 pages}. */
public final class Counted {
    private Counted() {}

    /** @param one the noun for a single thing, whose plural ends in an {@code s} */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
