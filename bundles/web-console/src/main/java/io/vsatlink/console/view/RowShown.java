package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A row.
 *
 * @param key the value of its key column
 * @param values in the order of the dataset's columns; times as the vendor wrote them, lists of objects as JSON text
 * @param extra the fields that no column has, as JSON text; null where there are none
 */
record RowShown(String key, List<Object> values, String extra) {
    static RowShown of(Row row) {
        List<Object> values = new ArrayList<>();
        row.values().forEach(value -> values.add(value instanceof TimeValue time ? time.text() : value));
        return new RowShown(row.key(), values, row.extraJson());
    }
}
