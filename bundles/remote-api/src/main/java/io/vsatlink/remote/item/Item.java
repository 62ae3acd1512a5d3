/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import java.util.List;

/** What became of an item of the vendor's. */
public sealed interface Item permits Item.Read, RejectedRow {

    /**
     * It could be read.
     *
     * @param values one for each field that the connector wants, null where the vendor gave none
     * @param extra what the profile adds, then what no column has taken, as the text of one JSON object; null where
     *     nothing is left
     */
    record Read(List<Object> values, String extra) implements Item {}
}
