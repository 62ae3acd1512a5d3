/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.store.dialect.BulkInsert;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.LongTextTable.Place;
import io.vsatlink.time.IsoTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts rows to and from the columns of {@link DatasetTable#contentColumns}. For a text that exceeds its column, the
 * beginning is bound, and the whole text is read. Not thread-safe.
 */
public final class RowCodec {
    /** The column for all fields without a column of their own. */
    private static final String EXTRA = "extra_json";

    private final Listing listing;
    private final String owner;
    private final Dialect dialect;
    private final ColumnType[] types;
    private final UtcTimes times = new UtcTimes();

    public RowCodec(DatasetTable table, String owner) {
        this.listing = table.listing();
        this.dialect = table.dialect();
        this.owner = owner;
        this.types = listing.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    }

    /** The texts of a row that exceed their columns, by column. */
    public static Map<String, String> tooLong(Row row) {
        boolean none = isShort(row.extraJson());
        for (Object value : row.values()) {
            none &= isShort(text(value));
        }
        return none ? Map.of() : longTexts(row);
    }

    private static Map<String, String> longTexts(Row row) {
        Map<String, String> found = new HashMap<>();
        List<Object> values = row.values();
        for (int i = 0; i < values.size(); i++) {
            String text = text(values.get(i));
            if (!isShort(text)) {
                found.put(textColumn(row.listing().columns().get(i)), text);
            }
        }
        if (!isShort(row.extraJson())) {
            found.put(EXTRA, row.extraJson());
        }
        return found;
    }

    private static boolean isShort(String text) {
        return text == null || text.length() <= LongTextTable.MOST;
    }

    /** The part of a value that is stored as text; null if there is none. */
    private static String text(Object value) {
        return value instanceof TimeValue time ? time.text() : value instanceof String text ? text : null;
    }

    private static String textColumn(Column column) {
        String name = DatasetTable.snakeCase(column.name());
        return column.type() == ColumnType.TIME ? name + "_text" : name;
    }

    /** Sets the content as the parameters starting at {@code first}; returns the index after the last one. */
    public int bind(PreparedStatement statement, int first, Row row) throws SQLException {
        int index = first;
        for (int i = 0; i < types.length; i++) {
            Object value = row.values().get(i);
            switch (types[i]) {
                case TEXT, OBJECTS -> statement.setString(index, stored((String) value));
                case INTEGER -> statement.setObject(index, value, Types.BIGINT);
                case DECIMAL -> statement.setObject(index, value, Types.DOUBLE);
                case BOOLEAN -> statement.setObject(index, value, Types.BOOLEAN);
                case TIME -> {
                    TimeValue time = (TimeValue) value;
                    times.set(statement, index++, time == null ? null : time.instant());
                    statement.setString(index, time == null ? null : stored(time.text()));
                }
            }
            index++;
        }
        statement.setString(index++, stored(row.extraJson()));
        return index;
    }

    /** Adds the content. */
    public void put(BulkInsert insert, Row row) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            Object value = row.values().get(i);
            switch (types[i]) {
                case TEXT, OBJECTS -> insert.text(stored((String) value));
                case INTEGER -> insert.number((Long) value);
                case DECIMAL -> insert.decimal((Double) value);
                case BOOLEAN -> insert.flag((Boolean) value);
                case TIME -> {
                    TimeValue time = (TimeValue) value;
                    insert.time(time == null ? null : time.instant());
                    insert.text(time == null ? null : stored(time.text()));
                }
            }
        }
        insert.text(stored(row.extraJson()));
    }

    private String stored(String text) {
        return dialect.stored(LongTextTable.beginning(text));
    }

    /** Returns the row whose content and first generation are the first columns of this result. */
    public Row read(ResultSet result) throws SQLException {
        Object[] values = values(result);
        return new Row(
                listing, Arrays.asList(values).subList(0, values.length - 1), (String) values[values.length - 1]);
    }

    /** Returns the values and then the extra of the row whose content and first generation are the first columns. */
    public Object[] values(ResultSet result) throws SQLException {
        Object[] values = new Object[types.length + 1];
        boolean goesOn = false;
        int index = 1;
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], result, index);
            goesOn |= LongTextTable.mayGoOn(text(values[i]));
            index += width(types[i]);
        }
        String extra = dialect.read(result.getString(index++));
        values[types.length] = extra;
        if (goesOn || LongTextTable.mayGoOn(extra)) {
            complete(values, result, index);
        }
        return values;
    }

    /**
     * Returns a row with these columns of a result, which include the key and are followed by the first generation; all others
     * are null.
     */
    public Row readSome(List<Column> columns, ResultSet result) throws SQLException {
        Object[] values = new Object[types.length + 1];
        boolean goesOn = false;
        int index = 1;
        for (Column column : columns) {
            Object value = value(column.type(), result, index);
            goesOn |= LongTextTable.mayGoOn(text(value));
            values[listing.indexOf(column.name())] = value;
            index += width(column.type());
        }
        if (goesOn) {
            complete(values, result, index);
        }
        return new Row(listing, Arrays.asList(values).subList(0, types.length), null);
    }

    /** @param generation the column index of the first generation */
    private void complete(Object[] values, ResultSet result, int generation) throws SQLException {
        Connection connection = result.getStatement().getConnection();
        Place place = new Place(
                owner, DatasetTable.name(listing), result.getLong(generation), (String) values[listing.keyIndex()]);
        Map<String, String> rests = new LongTextTable(dialect).rests(connection, place);
        for (int i = 0; i < types.length; i++) {
            values[i] =
                    completed(values[i], rests.get(textColumn(listing.columns().get(i))));
        }
        values[types.length] = completed(values[types.length], rests.get(EXTRA));
    }

    private static Object completed(Object value, String rest) {
        if (rest == null || value == null) {
            return value;
        }
        return value instanceof TimeValue time ? new TimeValue(time.text() + rest, time.instant()) : value + rest;
    }

    private Object value(ColumnType type, ResultSet result, int index) throws SQLException {
        return switch (type) {
            case TEXT, OBJECTS -> dialect.read(result.getString(index));
            case INTEGER -> orNull(result.getLong(index), result);
            case DECIMAL -> orNull(result.getDouble(index), result);
            case BOOLEAN -> orNull(result.getBoolean(index), result);
            case TIME -> {
                Instant instant = times.get(result, index);
                yield time(dialect.read(result.getString(index + 1)), instant);
            }
        };
    }

    private static int width(ColumnType type) {
        return type == ColumnType.TIME ? 2 : 1;
    }

    private static Object orNull(Object value, ResultSet result) throws SQLException {
        return result.wasNull() ? null : value;
    }

    /** Reads a time that no column can store from its text; {@code 0001-01-01} without a zone is simply very old. */
    private TimeValue time(String text, Instant instant) {
        if (text == null) {
            return null;
        }
        if (instant != null) {
            return new TimeValue(text, ToldTime.exact(dialect, text, instant));
        }
        try {
            return new TimeValue(text, IsoTime.instant(text));
        } catch (DateTimeException e) {
            return new TimeValue(text, UtcTimes.FIRST);
        }
    }
}
