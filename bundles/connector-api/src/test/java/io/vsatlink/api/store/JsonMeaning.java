/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Row;
import java.util.Comparator;
import java.util.List;

/** Whether rows have the same content, their JSON by what it means. */
final class JsonMeaning {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<JsonNode> NUMBERS = (one, other) ->
            one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                    ? 0
                    : one.equals(other) ? 0 : 1;

    private JsonMeaning() {}

    static boolean same(Row one, Row other) {
        List<Column> columns = one.listing().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = one.values().get(i);
            Object its = other.values().get(i);
            boolean same = columns.get(i).type() == ColumnType.OBJECTS
                    ? same((String) value, (String) its)
                    : value == null ? its == null : value.equals(its);
            if (!same) {
                return false;
            }
        }
        return same(one.extraJson(), other.extraJson());
    }

    private static boolean same(String one, String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        try {
            return one.equals(other) || JSON.readTree(one).equals(NUMBERS, JSON.readTree(other));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
