/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;

/**
 * The result of a {@link RowQuery}. Immutable.
 *
 * @param rows in the requested order
 * @param matching total number of matching rows, before and after these
 */
public record RowPage(List<Row> rows, long matching) {

    public RowPage {
        rows = List.copyOf(rows);
    }
}
