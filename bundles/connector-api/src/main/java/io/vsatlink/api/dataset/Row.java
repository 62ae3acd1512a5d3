package io.vsatlink.api.dataset;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One row of a dataset. Immutable; two rows are equal when every value is.
 *
 * @param dataset whose row it is
 * @param values one for each of {@link Dataset#columns()}, of {@link ColumnType#javaType()} or null
 * @param extraJson the fields that no column has, as the text of one JSON object; null where there are none
 */
public record Row(Dataset dataset, List<Object> values, String extraJson) {

    /**
     * @throws IllegalArgumentException where the values do not fit the dataset's columns, or the key is missing or has
     *     control characters, on whose order databases disagree
     */
    public Row {
        Objects.requireNonNull(dataset, "dataset");
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
        List<Column> columns = dataset.columns();
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    dataset.key() + " has " + columns.size() + " columns, not " + values.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null && !columns.get(i).type().javaType().isInstance(value)) {
                throw new IllegalArgumentException(
                        columns.get(i).name() + " is no " + columns.get(i).type() + ": " + value);
            }
            if (value instanceof String text) {
                boolean indexed = columns.get(i).lookup() || columns.get(i).equals(dataset.keyColumn());
                requireFits(columns.get(i).name(), text, indexed ? Column.MAX_KEY : Column.MAX_TEXT);
            }
        }
        requireFits("extra", extraJson, Column.MAX_TEXT);
        Object key = values.get(columns.indexOf(dataset.keyColumn()));
        if (key == null || ((String) key).isBlank()) {
            throw new IllegalArgumentException("a row of " + dataset.key() + " without its key "
                    + dataset.keyColumn().name());
        }
        if (((String) key).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(dataset.keyColumn().name() + " has control characters");
        }
    }

    private static void requireFits(String name, String text, int limit) {
        if (text != null && text.length() > limit) {
            throw new IllegalArgumentException(name + " is longer than " + limit + " characters: " + text.length());
        }
    }

    /** The value of the key column. */
    public String key() {
        return (String) get(dataset.keyColumn().name());
    }

    /**
     * The value of the column with this name, null where the vendor gave none.
     *
     * @throws IndexOutOfBoundsException where the dataset has no such column
     */
    public Object get(String columnName) {
        return values.get(dataset.indexOf(columnName));
    }

    /** {@link #get} for the columns that hold text. */
    public String text(String columnName) {
        return (String) get(columnName);
    }
}
