/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The view {@code ..._current} of a dataset, with its documented names. */
record CurrentView(Dataset dataset) {

    String select() {
        return "SELECT " + dataset.columns().stream().map(CurrentView::name).collect(Collectors.joining(", "))
                + ", extra_json FROM " + StoreTables.table(dataset) + "_current WHERE element = ? ORDER BY "
                + name(dataset.keyColumn());
    }

    Row row(ResultSet result) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Column column : dataset.columns()) {
            Object value = result.getObject(values.size() + 1);
            values.add(column.type() == ColumnType.TIME && value != null ? time((String) value) : value);
        }
        return new Row(dataset, values, result.getString(values.size() + 1));
    }

    private static TimeValue time(String text) {
        return new TimeValue(text, OffsetDateTime.parse(text).toInstant());
    }

    private static String name(Column column) {
        String snake = column.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return column.type() == ColumnType.TIME ? snake + "_text" : snake;
    }
}
