/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A cursor in the body, snake_case names, times in milliseconds, and an API key. */
final class CursorVendor extends OtherVendor {
    CursorVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
    }

    @Override
    String profile() {
        return "cursor.json";
    }

    @Override
    ChronoUnit precision() {
        return ChronoUnit.MILLIS;
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (!asked.header("X-Api-Key").equals(PASSWORD)) {
            ObjectNode refusal = JSON.createObjectNode();
            refusal.putObject("detail").put("code", "no_such_key");
            asked.answer(401, refusal);
        } else if (asked.what().equals("GET /api/ping")) {
            asked.answer(200, JSON.createObjectNode().put("pong", true));
        } else {
            Dataset dataset = dataset(asked.last().replace('_', '-'));
            int size = asked.number("page_size");
            int from = Integer.parseInt(
                    asked.query().getOrDefault("cursor", "row/0").substring("row/".length()));
            ObjectNode answer = JSON.createObjectNode();
            rows(dataset, from, size).forEach(row -> answer.withArray("records")
                    .add(told(dataset, row, (into, field, value) -> tell(dataset, into, field, value))));
            String next = from + size < rows(dataset).size() ? "row/" + (from + size) : null;
            answer.putObject("page").put("next_cursor", next);
            asked.answer(200, answer);
        }
    }

    private static void tell(Dataset dataset, ObjectNode into, String field, JsonNode value) {
        if (type(dataset, field) == ColumnType.TIME && value.isTextual()) {
            into.put(snake(field), time(value).toInstant().toEpochMilli());
        } else {
            into.set(snake(field), value);
        }
    }
}
