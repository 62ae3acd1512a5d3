/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import java.util.regex.Pattern;

/**
 * What the poll that met a fault must come to.
 *
 * @param status of the dataset's row
 * @param reason found in its Reason
 * @param stored what the store must have then
 * @param logins attempts that the vendor may have seen: at least one where any, and no more than these
 * @param stops whether nothing more is asked until somebody logs in
 */
record End(String status, Pattern reason, Scene.Expectation stored, int logins, boolean stops) {

    /** A field that no column has is told once, by whichever poll meets it first. */
    static final String NEWS = "(; new, and kept as extra: .+)?";

    /** As if there had been no fault. */
    static End succeeds() {
        return succeeds("^\\d+ pages?, \\d+ rows?: 1 added, 3 changed, 1 removed" + NEWS + "$");
    }

    static End succeeds(String reason) {
        return new End("Succeeded", Pattern.compile(reason), Scene.TRUTH, 0, false);
    }

    static End fails(String reason) {
        return new End("Failed", Pattern.compile(reason + ".*; showing data of \\S+Z"), Scene.KEEP, 0, false);
    }

    static End held(String reason) {
        return new End("Held", Pattern.compile(reason), Scene.KEEP, 0, false);
    }

    End storing(Scene.Expectation other) {
        return new End(status, reason, other, logins, stops);
    }

    End withLogins(int count) {
        return new End(status, reason, stored, count, stops);
    }

    End andStops() {
        return new End(status, reason, stored, logins, true);
    }
}
