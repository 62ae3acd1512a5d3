/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.TimeValue;

/** Values as a table shows them. */
final class Cells {

    private Cells() {}

    static String text(Object value) {
        if (value instanceof TimeValue time) {
            return time.text();
        }
        return value == null ? "" : value.toString();
    }
}
