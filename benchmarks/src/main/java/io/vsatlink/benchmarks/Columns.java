/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import java.util.Locale;

/** SQL names of columns. */
public final class Columns {

    private Columns() {}

    /** The SQL column with the value in the vendor's spelling. */
    public static String sqlName(Column column) {
        String name = column.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return column.type() == ColumnType.TIME ? name + "_text" : name;
    }
}
