/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import java.util.Arrays;
import java.util.List;

/** A profile's two columns: {@code beam}, a text, and {@code power}, a decimal. */
public final class SampleColumns implements AddedColumns {

    @Override
    public List<Column> columns() {
        return List.of(new Column("beam", ColumnType.TEXT, false), new Column("power", ColumnType.DECIMAL, false));
    }

    @Override
    public Split split(String extraJson) {
        if (extraJson == null) {
            return new Split(Arrays.asList(null, null), null);
        }
        try {
            ObjectNode extra = (ObjectNode) new ObjectMapper().readTree(extraJson);
            Object beam = extra.has("beam") ? extra.remove("beam").textValue() : null;
            Object power = extra.has("power") ? (Object) extra.remove("power").doubleValue() : null;
            return new Split(Arrays.asList(beam, power), extra.isEmpty() ? null : extra.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
