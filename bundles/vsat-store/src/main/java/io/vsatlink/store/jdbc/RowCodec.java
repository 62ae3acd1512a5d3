package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Rows to and from the columns of {@link DatasetTable#contentColumns}. Used by one thread at a time. */
final class RowCodec {
    private final Listing dataset;
    private final ColumnType[] types;
    private final UtcTimes times = new UtcTimes();

    RowCodec(Listing dataset) {
        this.dataset = dataset;
        this.types = dataset.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    }

    /** Sets the content as the parameters from {@code first} on; returns the index of the next. */
    int bind(PreparedStatement statement, int first, Row row) throws SQLException {
        int index = first;
        for (int i = 0; i < types.length; i++) {
            Object value = row.values().get(i);
            switch (types[i]) {
                case TEXT, OBJECTS -> statement.setString(index, (String) value);
                case INTEGER -> statement.setObject(index, value, Types.BIGINT);
                case DECIMAL -> statement.setObject(index, value, Types.DOUBLE);
                case BOOLEAN -> statement.setObject(index, value, Types.BOOLEAN);
                case TIME -> {
                    TimeValue time = (TimeValue) value;
                    times.set(statement, index++, time == null ? null : time.instant());
                    statement.setString(index, time == null ? null : time.text());
                }
            }
            index++;
        }
        statement.setString(index++, row.extraJson());
        return index;
    }

    /** The row whose content is the first columns of this result. */
    Row read(ResultSet result) throws SQLException {
        Object[] values = values(result);
        return new Row(
                dataset, Arrays.asList(values).subList(0, values.length - 1), (String) values[values.length - 1]);
    }

    /** The values of the row whose content is the first columns of this result, and behind them its extra. */
    Object[] values(ResultSet result) throws SQLException {
        Object[] values = new Object[types.length + 1];
        int index = 1;
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], result, index);
            index += width(types[i]);
        }
        values[types.length] = result.getString(index);
        return values;
    }

    /** The row of which a result has these columns only; all others are null. */
    Row readSome(List<Column> columns, ResultSet result) throws SQLException {
        Object[] values = new Object[types.length];
        int index = 1;
        for (Column column : columns) {
            values[dataset.indexOf(column.name())] = value(column.type(), result, index);
            index += width(column.type());
        }
        return new Row(dataset, Arrays.asList(values), null);
    }

    private Object value(ColumnType type, ResultSet result, int index) throws SQLException {
        return switch (type) {
            case TEXT, OBJECTS -> result.getString(index);
            case INTEGER -> orNull(result.getLong(index), result);
            case DECIMAL -> orNull(result.getDouble(index), result);
            case BOOLEAN -> orNull(result.getBoolean(index), result);
            case TIME -> {
                Instant instant = times.get(result, index);
                yield time(result.getString(index + 1), instant);
            }
        };
    }

    private static int width(ColumnType type) {
        return type == ColumnType.TIME ? 2 : 1;
    }

    private static Object orNull(Object value, ResultSet result) throws SQLException {
        return result.wasNull() ? null : value;
    }

    /** A moment that no column took is read from its text; {@code 0001-01-01} without a zone stays just very old. */
    private static TimeValue time(String text, Instant instant) {
        if (text == null) {
            return null;
        }
        if (instant != null) {
            return new TimeValue(text, instant);
        }
        try {
            return TimeValue.parse(text);
        } catch (DateTimeException e) {
            return new TimeValue(text, UtcTimes.FIRST);
        }
    }
}
