/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.time.IsoTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hand-written mapper for the circuits of this vendor, streaming and with all of the product's checks: unknown fields
 * are kept, repeated fields detected, values converted without loss, keys checked, and bad rows left out.
 */
class HandMapper implements MapPages.Mapper {
    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build());
    static final int KEY = 0;
    private static final int SERVICE_TIER = 7;
    private static final int LAST_MODIFIED = 16;
    static final int COLUMNS = 17;

    @Override
    public List<Row> rows(byte[] page) throws IOException {
        List<Row> rows = new ArrayList<>();
        long total = -1;
        try (JsonParser json = JSON.createParser(new ByteArrayInputStream(page))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("items")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        Row row = row(json);
                        if (row != null) {
                            rows.add(row);
                        }
                    }
                } else if (name.equals("totalItems")) {
                    total = json.getLongValue();
                } else {
                    json.skipChildren();
                }
            }
            if (total < 0 || json.nextToken() != null) {
                throw new IOException("no page");
            }
        }
        return rows;
    }

    /** Null if the row is rejected. */
    Row row(JsonParser json) throws IOException {
        Object[] values = new Object[COLUMNS];
        ObjectNode extra = null;
        int seen = 0;
        boolean bad = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int column = column(name);
            json.nextToken();
            if (column < 0) {
                extra = extra == null ? JSON.createObjectNode() : extra;
                bad |= extra.replace(name, json.readValueAsTree()) != null;
                continue;
            }
            bad |= (seen & 1 << column) != 0;
            seen |= 1 << column;
            if (!json.hasToken(JsonToken.VALUE_NULL)) {
                values[column] = value(json, column);
                bad |= values[column] == null;
            }
        }
        String rest = extra == null ? null : extra.toString();
        bad |= rest != null && rest.length() > Column.MAX_TEXT;
        return bad || !isKey((String) values[KEY]) ? null : new Row(Dataset.CIRCUITS, Arrays.asList(values), rest);
    }

    /** Null if the value cannot be converted without loss. */
    static Object value(JsonParser json, int column) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return null;
        }
        if (column == SERVICE_TIER) {
            return tier(json);
        }
        String text = json.getText();
        if (column == LAST_MODIFIED) {
            try {
                return new TimeValue(text, IsoTime.instant(text));
            } catch (DateTimeException e) {
                return null;
            }
        }
        return text.length() > Column.MAX_TEXT ? null : text;
    }

    private static Long tier(JsonParser json) throws IOException {
        try {
            return json.hasToken(JsonToken.VALUE_NUMBER_INT)
                    ? (Long) json.getLongValue()
                    : Long.valueOf(json.getText().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean isKey(String key) {
        return key != null && !key.isBlank() && key.length() <= Column.MAX_KEY;
    }

    static int column(String name) {
        return switch (name) {
            case "circuitId" -> KEY;
            case "vCircuitId" -> 1;
            case "circuitAlias" -> 2;
            case "dnsEntityName" -> 3;
            case "nms" -> 4;
            case "status" -> 5;
            case "nocStatus" -> 6;
            case "serviceTier" -> SERVICE_TIER;
            case "maintenanceOption" -> 8;
            case "serviceType" -> 9;
            case "countryCode" -> 10;
            case "customerNumber" -> 11;
            case "locationId" -> 12;
            case "managementIp" -> 13;
            case "acceptanceStatus" -> 14;
            case "tmWorkgroup" -> 15;
            case "lastModified" -> LAST_MODIFIED;
            default -> -1;
        };
    }
}
