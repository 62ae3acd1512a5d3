/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import java.util.ArrayList;
import java.util.List;

/** What a check of a listing came upon, beside its values. For one thread. */
final class Findings {
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String failure = "";
    private boolean more;

    /** A page could not be had. */
    void failed(String why) {
        failure = why;
    }

    /** A poll would fail for it. */
    void mistake(String what) {
        mistakes.add(what);
    }

    /** A poll would not. */
    void note(String what) {
        if (!notes.contains(what)) {
            notes.add(what);
        }
    }

    /** More pages follow than were read. */
    void moreFollow() {
        more = true;
    }

    /** Empty where every page came that was asked for. */
    String failure() {
        return failure;
    }

    List<String> mistakes() {
        return mistakes;
    }

    List<String> notes() {
        return notes;
    }

    boolean more() {
        return more;
    }
}
