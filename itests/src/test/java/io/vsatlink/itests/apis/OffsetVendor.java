/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Offset and limit, OAuth 2 with client credentials; at most forty rows per page. */
final class OffsetVendor extends OtherVendor {
    private static final int MOST = 40;

    OffsetVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
    }

    @Override
    String profile() {
        return "offset.json";
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (asked.what().equals("POST /oauth/token")) {
            boolean good = asked.isBasic(USER, PASSWORD)
                    && asked.body().equals("grant_type=client_credentials&scope=inventory.read");
            asked.answer(
                    good ? 200 : 401,
                    good
                            ? JSON.createObjectNode()
                                    .put("access_token", "at-1")
                                    .put("expires_in", 600)
                            : JSON.createObjectNode().put("error", "invalid_client"));
        } else if (!asked.header("Authorization").equals("Bearer at-1")) {
            asked.answer(401, JSON.createObjectNode().put("error", "invalid_token"));
        } else {
            Dataset dataset = dataset(asked.last());
            int limit = Math.min(MOST, asked.number("limit"));
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("meta").put("total", rows(dataset).size()).put("limit", limit);
            rows(dataset, asked.number("offset"), limit)
                    .forEach(row -> answer.withArray("data").add(told(dataset, row, OffsetVendor::tell)));
            asked.answer(200, answer);
        }
    }

    private static void tell(ObjectNode into, String field, JsonNode value) {
        into.set(field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1), value);
    }
}
