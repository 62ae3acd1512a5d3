/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import java.util.List;

/** The result of reading one item. */
public sealed interface Item permits Item.Read, RejectedRow {

    /**
     * An item that was read.
     *
     * @param values one per field of the connector; null if the vendor has no value
     * @param extra the profile's own columns and the fields without a column, as a JSON object; null if there are none
     */
    record Read(List<Object> values, String extra) implements Item {}
}
