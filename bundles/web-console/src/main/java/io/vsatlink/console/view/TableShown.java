package io.vsatlink.console.view;

import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.TableKey;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reading that is a table.
 *
 * @param columns the names of its columns
 * @param keys the columns that tell its rows apart
 * @param rows the values, row by row
 * @param total how many rows it has, of which only the first are here
 */
record TableShown(List<String> columns, List<String> keys, List<List<Object>> rows, long total) {
    /**
     * @param type the record that each row is
     * @param total of how many rows these are the first
     */
    static TableShown of(Class<?> type, List<?> records, long total) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> rows = new ArrayList<>();
        for (Object each : records.subList(0, Math.min(Reading.MOST_ROWS, records.size()))) {
            List<Object> cells = new ArrayList<>();
            for (RecordComponent component : components) {
                cells.add(Shown.scalar(cell(component, each)));
            }
            rows.add(cells);
        }
        return new TableShown(
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                List.of(type.getAnnotation(TableKey.class).value()),
                rows,
                total);
    }

    private static Object cell(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
