/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import java.util.regex.Pattern;

/**
 * The expected result of a poll that met a fault.
 *
 * @param status of the dataset's row
 * @param reason found in its Reason
 * @param stored the expected rows in the store
 * @param logins the maximum of login attempts at the vendor; at least one if it is not 0
 * @param stops whether no further call is made until somebody logs in
 */
record End(String status, Pattern reason, Scene.Expectation stored, int logins, boolean stops) {

    /** A new field without a column is reported once, by the first poll that meets it. */
    static final String NEWS = "(; new, and kept as extra: .+)?";

    /** The same result as without a fault. */
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
