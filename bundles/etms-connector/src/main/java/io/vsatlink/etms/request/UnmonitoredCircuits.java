/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.util.Arrays;
import java.util.Locale;

/** What happens to a new ticket for a circuit that is not monitored. */
public enum UnmonitoredCircuits {
    /** It is accepted unchanged. */
    ACCEPT,
    /** It is accepted, and its description is marked. */
    MARK,
    /** It is not accepted. */
    REFUSE;

    /** Returns the constant for the setting's value; {@link #MARK} is the default. */
    public static UnmonitoredCircuits named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(MARK);
    }
}
