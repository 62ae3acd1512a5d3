/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.TableKey;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reading whose value is a table.
 *
 * @param columns the names of the columns
 * @param keys the columns that identify a row
 * @param rows the values, row by row
 * @param total the number of rows, of which only the first are included
 */
record TableShown(List<String> columns, List<String> keys, List<List<Object>> rows, long total) {
    static TableShown of(Rows<?> table) {
        RecordComponent[] components = table.type().getRecordComponents();
        List<List<Object>> rows = new ArrayList<>();
        for (Object each : table.shown()) {
            List<Object> cells = new ArrayList<>();
            for (RecordComponent component : components) {
                cells.add(Shown.scalar(cell(component, each)));
            }
            rows.add(cells);
        }
        return new TableShown(
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                List.of(table.type().getAnnotation(TableKey.class).value()),
                rows,
                table.total());
    }

    private static Object cell(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
