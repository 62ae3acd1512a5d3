/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import io.vsatlink.api.dataset.Column;
import java.util.Collections;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The columns that an element reads in addition to those of the dataset. Stores keep it in {@code extra}; exporter and windows
 * show it like columns. Implemented by {@code satprov-connector}; immutable and thread-safe, no method blocks.
 */
@ConsumerType
public interface AddedColumns {

    /** No columns: {@code extra} stays complete. */
    AddedColumns NONE = new AddedColumns() {
        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public Split split(String extraJson) {
            return new Split(List.of(), extraJson);
        }
    };

    /** In display order; none of them has the name of a column of the dataset. */
    List<Column> columns();

    /**
     * Extracts the columns from a row's {@code extra}.
     *
     * @param extraJson the row's value, null for none
     */
    Split split(String extraJson);

    /**
     * A row's {@code extra}, split.
     *
     * @param values one for each of the columns, of its type; null if the row has none, or one of another type, which
     *     then stays in the rest
     * @param rest the remaining fields, as the text of one JSON object; null for none
     */
    record Split(List<Object> values, String rest) {
        public Split {
            // not List.copyOf, which takes no null
            values = Collections.unmodifiableList(values);
        }
    }
}
