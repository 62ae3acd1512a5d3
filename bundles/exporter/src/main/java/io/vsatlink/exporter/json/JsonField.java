/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.text.SurrogateHalves;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A column of a dataset as the field of a JSON object: its place and its encoded name are looked up once. */
public final class JsonField {
    private final int place;
    private final ColumnType type;
    private final String name;

    /** The name's bytes, made once; null where it has half a surrogate pair and so has to be escaped each time. */
    private final SerializableString encoded;

    private JsonField(int place, Column column) {
        this.place = place;
        this.type = column.type();
        this.name = column.name();
        this.encoded = SurrogateHalves.first(name) < 0 ? new SerializedString(name) : null;
    }

    /** The fields of a dataset in the order of its columns; all of them, or those that are named. */
    public static List<JsonField> of(Dataset dataset, String... names) {
        List<String> wanted = Arrays.asList(names);
        return dataset.columns().stream()
                .filter(column -> names.length == 0 || wanted.contains(column.name()))
                .map(column -> new JsonField(dataset.indexOf(column.name()), column))
                .toList();
    }

    /** The fields of columns whose values stand in the same order. */
    public static List<JsonField> of(List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new JsonField(i, columns.get(i)))
                .toList();
    }

    /** Writes name and value; null where the row has none, or is null itself. */
    public void write(JsonGenerator json, Row row) throws IOException {
        Object value = row == null ? null : row.values().get(place);
        writeName(json);
        if (value == null) {
            json.writeNull();
        } else {
            write(json, value);
        }
    }

    /** Writes name and value, and nothing where the row has none. */
    public void writeIfPresent(JsonGenerator json, List<Object> values) throws IOException {
        Object value = values.get(place);
        if (value != null) {
            writeName(json);
            write(json, value);
        }
    }

    private void writeName(JsonGenerator json) throws IOException {
        if (encoded == null) {
            json.writeFieldName(name);
        } else {
            json.writeFieldName(encoded);
        }
    }

    private void write(JsonGenerator json, Object value) throws IOException {
        switch (type) {
            case TEXT -> json.writeString((String) value);
            case INTEGER -> json.writeNumber((Long) value);
            case DECIMAL -> json.writeNumber((Double) value);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case TIME -> json.writeString(((TimeValue) value).text());
            case OBJECTS -> json.writeRawValue(onOneLine((String) value));
        }
    }

    /**
     * JSON text as it may stand in a line of JSON lines: without line breaks, which outside of its strings mean no more than
     * a space and inside are none, and with half surrogate pairs escaped, which UTF-8 has no bytes for.
     */
    public static String onOneLine(String jsonText) {
        return SurrogateHalves.escaped(jsonText.replace('\n', ' ').replace('\r', ' '));
    }
}
