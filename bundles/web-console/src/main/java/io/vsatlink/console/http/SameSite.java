/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import io.vsatlink.console.call.Refusal;
import java.net.URI;
import javax.servlet.http.HttpServletRequest;

/**
 * Checks whether a change comes from a page of this host. The browser sends this information, and no page can forge it.
 */
final class SameSite {

    private SameSite() {}

    static void require(HttpServletRequest request) throws Refusal {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign || (origin != null && !isOurs(origin, request.getHeader("Host")))) {
            throw new Refusal(403, "This call comes from a page on another site.");
        }
    }

    /** Compares host and port only, because the scheme differs if a proxy terminates TLS. */
    private static boolean isOurs(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
