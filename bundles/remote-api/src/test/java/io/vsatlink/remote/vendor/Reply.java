/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

/** A response; each header ends with a line break. */
public record Reply(String status, String headers, String body) {

    public static Reply json(String body) {
        return new Reply("200 OK", "Content-Type: application/json\r\n", body);
    }

    public static Reply error(String status, String body) {
        return new Reply(status, "Content-Type: application/json\r\n", body);
    }
}
