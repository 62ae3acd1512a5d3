/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.TimeValue;

/** Formats values for the cells of a table. */
final class Cells {

    private Cells() {}

    static String text(Object value) {
        if (value instanceof TimeValue time) {
            return time.text();
        }
        return value == null ? "" : value.toString();
    }
}
