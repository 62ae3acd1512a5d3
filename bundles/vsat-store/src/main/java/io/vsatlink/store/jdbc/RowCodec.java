package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
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
    private final Dataset dataset;
    private final UtcTimes times = new UtcTimes();

    RowCodec(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Sets the content as the parameters from {@code first} on; returns the index of the next. */
    int bind(PreparedStatement statement, int first, Row row) throws SQLException {
        int index = first;
        List<Column> columns = dataset.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.values().get(i);
            switch (columns.get(i).type()) {
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
        List<Column> columns = dataset.columns();
        Object[] values = new Object[columns.size()];
        int index = 1;
        for (int i = 0; i < values.length; i++) {
            ColumnType type = columns.get(i).type();
            switch (type) {
                case TEXT, OBJECTS -> values[i] = result.getString(index);
                case INTEGER -> values[i] = orNull(result.getLong(index), result);
                case DECIMAL -> values[i] = orNull(result.getDouble(index), result);
                case BOOLEAN -> values[i] = orNull(result.getBoolean(index), result);
                case TIME -> {
                    Instant instant = times.get(result, index++);
                    values[i] = time(result.getString(index), instant);
                }
            }
            index++;
        }
        return new Row(dataset, Arrays.asList(values), result.getString(index));
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
