/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import io.vsatlink.simulator.http.Call;

/**
 * The properties of a call by which a rule selects it.
 *
 * @param path the path after the version of the API; paths of ETMS begin with {@code etms/}
 * @param page the page number, from 1; for a list that is read by offset and limit, the page that they determine
 */
record Aim(String method, String path, int page) {
    private static final String PROVISIONING = "/api/v1/";
    private static final String ETMS = "/etms/v1/";
    /** A page number that no rule selects. */
    private static final int NO_PAGE = -1;

    static Aim of(Call call) {
        return new Aim(call.method(), path(call.path()), page(call));
    }

    private static String path(String path) {
        if (path.startsWith(ETMS)) {
            return "etms/" + path.substring(ETMS.length());
        }
        return path.startsWith(PROVISIONING) ? path.substring(PROVISIONING.length()) : path;
    }

    private static int page(Call call) {
        try {
            if (call.query("offset").isPresent()) {
                int limit = Math.max(1, Integer.parseInt(call.query("limit").orElse("200")));
                return Integer.parseInt(call.query("offset").get()) / limit + 1;
            }
            return Integer.parseInt(call.query("page").orElse("1"));
        } catch (NumberFormatException e) {
            return NO_PAGE;
        }
    }
}
