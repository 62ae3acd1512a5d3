/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.time.IsoTime;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The columns that a profile adds to a dataset, stored in the rows' extra. */
public final class ProfileColumns implements AddedColumns {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final List<Column> columns;
    private final Split nothing;

    private ProfileColumns(List<ColumnProfile> added) {
        columns = added.stream()
                .map(each -> new Column(each.name(), each.type(), false))
                .toList();
        nothing = new Split(Collections.nCopies(columns.size(), null), null);
    }

    /** @param added the columns that the profile reads in addition to the dataset's */
    public static AddedColumns of(List<ColumnProfile> added) {
        return added.isEmpty() ? NONE : new ProfileColumns(added);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Split split(String extraJson) {
        if (extraJson == null) {
            return nothing;
        }
        if (!(tree(extraJson) instanceof ObjectNode extra)) {
            return new Split(nothing.values(), extraJson);
        }
        List<Object> values = new ArrayList<>(columns.size());
        boolean taken = false;
        for (Column column : columns) {
            Object value = value(extra.get(column.name()), column.type());
            if (value != null) {
                extra.remove(column.name());
                taken = true;
            }
            values.add(value);
        }
        // the remaining fields stay unchanged
        return new Split(values, !taken ? extraJson : extra.isEmpty() ? null : extra.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // written by a different implementation: shown unchanged
            return null;
        }
    }

    /** Null if it has another type: the row may have been read with another profile. */
    private static Object value(JsonNode node, ColumnType type) {
        if (node == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> node.isTextual() ? node.textValue() : null;
            case INTEGER -> node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null;
            case DECIMAL -> node.isNumber() ? (Object) node.doubleValue() : null;
            case BOOLEAN -> node.isBoolean() ? node.booleanValue() : null;
            case TIME -> node.isTextual() ? time(node.textValue()) : null;
            case OBJECTS -> node.isArray() ? node.toString() : null;
        };
    }

    private static TimeValue time(String text) {
        try {
            return new TimeValue(text, IsoTime.instant(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
