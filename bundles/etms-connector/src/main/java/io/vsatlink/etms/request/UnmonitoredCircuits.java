/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a new ticket for a circuit that nobody monitors. */
public enum UnmonitoredCircuits {
    /** Nothing special. */
    ACCEPT,
    /** Its description says so. */
    MARK,
    /** It is not accepted. */
    REFUSE;

    /** By the word of the setting; what marks is the default. */
    public static UnmonitoredCircuits named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(MARK);
    }
}
