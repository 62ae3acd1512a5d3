/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.json.BadInput;

/** The requested page, after its size has been reduced to the server's maximum. */
public record PageRequest(int page, int pageSize) {
    private static final int DEFAULT_PAGE_SIZE = 250;

    static PageRequest of(Call call, int maxPageSize) {
        int page = number(call, "page", 1);
        int asked = number(call, "pageSize", DEFAULT_PAGE_SIZE);
        return new PageRequest(page, Math.min(asked, maxPageSize));
    }

    long firstPosition() {
        return (page - 1L) * pageSize;
    }

    long pagesFor(int rows) {
        return (rows + pageSize - 1L) / pageSize;
    }

    private static int number(Call call, String name, int fallback) {
        String text = call.query(name).orElse(null);
        if (text == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, together with numbers below one
        }
        throw new BadInput("The parameter \"" + name + "\" must be a whole number of 1 or more.");
    }
}
