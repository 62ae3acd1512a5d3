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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** No total: the pages end with a short one, then empty ones for ever. */
final class EndlessVendor extends OtherVendor {
    /** The datasets for which a page after the last row was requested. */
    final Set<Dataset> emptyPages = new ConcurrentSkipListSet<>();

    EndlessVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
    }

    @Override
    String profile() {
        return "endless.json";
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (asked.what().equals("PUT /login")) {
            boolean good = asked.isBasic(USER, PASSWORD);
            asked.answer(good ? 200 : 401, JSON.createObjectNode().put("TOKEN", "t1"));
        } else if (!asked.header("Authorization").equals("Token t1")) {
            asked.answer(401, JSON.createObjectNode());
        } else {
            Dataset dataset = dataset(asked.last().toLowerCase(Locale.ROOT));
            int size = asked.number("n");
            List<JsonNode> page = rows(dataset, (long) asked.number("p") * size, size);
            if (page.isEmpty()) {
                emptyPages.add(dataset);
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.putArray("ROWS");
            page.forEach(row -> answer.withArray("ROWS")
                    .add(told(dataset, row, (into, field, value) -> tell(dataset, into, field, value))));
            asked.answer(200, answer);
        }
    }

    private static void tell(Dataset dataset, ObjectNode into, String field, JsonNode value) {
        String name = snake(field).toUpperCase(Locale.ROOT);
        if (type(dataset, field) == ColumnType.TIME && value.isTextual()) {
            Instant time = time(value).toInstant();
            into.put(name, BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        } else {
            into.set(name, value);
        }
    }
}
