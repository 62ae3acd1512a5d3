/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.ArrayList;
import java.util.List;

/** The findings of a listing check, except those about values. Not thread-safe. */
final class Findings {
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String failure = "";
    private boolean more;

    /** A page could not be read. */
    void failed(String why) {
        failure = why;
    }

    /** Something that would make a poll fail. */
    void mistake(String what) {
        mistakes.add(what);
    }

    /** Something that would not make a poll fail. */
    void note(String what) {
        if (!notes.contains(what)) {
            notes.add(what);
        }
    }

    /** The listing has more pages than were read. */
    void moreFollow() {
        more = true;
    }

    /** Empty if every requested page was read. */
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

    /**
     * Notes what nothing in the answer confirms.
     *
     * @param rows the number of rows read
     * @param total the number that the vendor reports; negative if the profile names none
     */
    void whole(long rows, long total, PagingProfile paging) {
        if (rows == 0) {
            note("no row was read: if the vendor has some, correct the query, firstRow or firstPage");
        } else if (total < 0 && paging.style() == Style.NONE) {
            note(
                    "nothing shows whether these are all rows: if the answer has their number, name it in totalPointer or totalHeader");
        }
    }
}
