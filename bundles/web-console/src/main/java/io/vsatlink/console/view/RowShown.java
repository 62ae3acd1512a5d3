/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.element.AddedColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * A row.
 *
 * @param key the value of the key column
 * @param values the values in the order of the dataset's columns and of those that the profile adds; times as the
 *     vendor wrote them, lists of objects as JSON text
 * @param extra the fields without a column, as JSON text; null if there are none
 */
record RowShown(String key, List<Object> values, String extra) {
    static RowShown of(Row row, AddedColumns added) {
        AddedColumns.Split extra = added.split(row.extraJson());
        List<Object> values = new ArrayList<>();
        row.values().forEach(value -> values.add(shown(value)));
        extra.values().forEach(value -> values.add(shown(value)));
        return new RowShown(row.key(), values, extra.rest());
    }

    private static Object shown(Object value) {
        return value instanceof TimeValue time ? time.text() : value;
    }
}
