package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rows somebody wants to see, in which order, and how many of them. What matches and what comes first is told here
 * and nowhere else, so that it is the same in every database, whatever its collation and its casts. Immutable.
 *
 * <p>A value matches a text that it contains, whatever the case; a number or truth value must be written out.
 *
 * @param dataset whose rows
 * @param search some column has to match; empty for all rows
 * @param filters by column name, each column has to match; an empty text asks for nothing
 * @param orderBy a column's name. Text is ordered by UTF-16 units, no value comes after all values, and what is equal by key
 * @param descending the same order backwards
 * @param after the rows beyond this one: only its key and its value of {@code orderBy} count, and it need not be there;
 *     null for the first rows
 * @param limit how many rows at the most
 */
public record RowQuery(
        Listing dataset,
        String search,
        Map<String, String> filters,
        String orderBy,
        boolean descending,
        Row after,
        int limit) {

    /** The most rows that one query may ask for. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws IllegalArgumentException with a sentence, where there is no such column or the limit is out of range */
    public RowQuery {
        Objects.requireNonNull(dataset, "dataset");
        search = search.toLowerCase(Locale.ROOT);
        Map<String, String> lowered = new LinkedHashMap<>();
        filters.forEach((name, text) -> {
            require(dataset, name);
            if (!text.isEmpty()) {
                lowered.put(name, text.toLowerCase(Locale.ROOT));
            }
        });
        filters = Map.copyOf(lowered);
        require(dataset, orderBy);
        if (after != null && after.dataset() != dataset) {
            throw new IllegalArgumentException("a row of " + after.dataset().key() + " is none of " + dataset.key());
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: " + limit + " is not from 1 to " + MAX_LIMIT);
        }
    }

    /** All rows of a dataset, ordered by key. */
    public static RowQuery all(Listing dataset, int limit) {
        return new RowQuery(dataset, "", Map.of(), dataset.keyColumn().name(), false, null, limit);
    }

    /** Whether every row of the dataset matches. */
    public boolean matchesAll() {
        return search.isEmpty() && filters.isEmpty();
    }

    public boolean ordersByKey() {
        return orderBy.equals(dataset.keyColumn().name());
    }

    /** The columns that a row has to have read for {@link #matches} and {@link #order}, the key among them. */
    public List<Column> columnsNeeded() {
        if (!search.isEmpty()) {
            return dataset.columns();
        }
        Set<String> names = new TreeSet<>(filters.keySet());
        names.add(orderBy);
        names.add(dataset.keyColumn().name());
        return dataset.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    public boolean matches(Row row) {
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            if (!matches(dataset.indexOf(filter.getKey()), row, filter.getValue())) {
                return false;
            }
        }
        if (search.isEmpty()) {
            return true;
        }
        for (int i = 0; i < dataset.columns().size(); i++) {
            if (matches(i, row, search)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int index, Row row, String text) {
        Object value = row.values().get(index);
        if (value == null) {
            return false;
        }
        return switch (dataset.columns().get(index).type()) {
            case TEXT, OBJECTS -> contains((String) value, text);
            case TIME -> contains(((TimeValue) value).text(), text);
            case INTEGER, DECIMAL, BOOLEAN -> value.toString().equals(text);
        };
    }

    /** Without a lower-case copy of every value: most begin with no match. */
    private static boolean contains(String value, String lowerCase) {
        int length = lowerCase.length();
        char first = lowerCase.charAt(0);
        for (int i = 0; i <= value.length() - length; i++) {
            if (Character.toLowerCase(value.charAt(i)) == first && value.regionMatches(true, i, lowerCase, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** The order of the rows, total: no two rows of a generation are equal in it. */
    public Comparator<Row> order() {
        int index = dataset.indexOf(orderBy);
        Comparator<Row> byValue = Comparator.comparing(row -> row.values().get(index), Comparator.nullsLast(values()));
        Comparator<Row> ascending = byValue.thenComparing(Row::key);
        return descending ? ascending.reversed() : ascending;
    }

    @SuppressWarnings("unchecked") // all values of a column are of its type, and all of these compare
    private Comparator<Object> values() {
        ColumnType type = dataset.columns().get(dataset.indexOf(orderBy)).type();
        return type == ColumnType.TIME
                ? Comparator.comparing(value -> ((TimeValue) value).instant())
                : (one, other) -> ((Comparable<Object>) one).compareTo(other);
    }

    private static void require(Listing dataset, String column) {
        if (dataset.indexOf(column) < 0) {
            throw new IllegalArgumentException("there is no column " + column + " in " + dataset.key() + "; there are "
                    + dataset.columns().stream().map(Column::name).collect(Collectors.joining(", ")));
        }
    }
}
