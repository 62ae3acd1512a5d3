/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.tickets.Refusal;
import java.util.List;

/** The requested part of a list, after the limit has been reduced to the server's maximum. */
record ListRequest(int offset, int limit) {
    private static final int DEFAULT_LIMIT = 200;

    static ListRequest of(Call call, int maxLimit) {
        int offset = number(call, "offset", 0, 0);
        int asked = number(call, "limit", DEFAULT_LIMIT, 1);
        return new ListRequest(offset, Math.min(asked, maxLimit));
    }

    private static int number(Call call, String name, int fallback, int least) {
        String text = call.query(name).orElse(Integer.toString(fallback));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw Refusal.malformed(
                    "The parameter \"" + name + "\" must be a whole number of " + least + " or more.", List.of(name));
        }
        return Integer.parseInt(text);
    }
}
