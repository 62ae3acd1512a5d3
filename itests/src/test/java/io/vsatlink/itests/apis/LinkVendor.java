/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The next URL in a Link header, HTTP Basic, and the rows as the whole response. */
final class LinkVendor extends OtherVendor {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss.SSSSSSSSS XXX");

    LinkVendor(Map<Dataset, List<JsonNode>> rows) throws IOException {
        super(rows);
    }

    @Override
    String profile() {
        return "link.json";
    }

    @Override
    void answer(Asked asked) throws IOException {
        if (!asked.isBasic(USER, PASSWORD)) {
            asked.answer(401, JSON.createObjectNode().put("title", "who are you?"));
            return;
        }
        Dataset dataset = dataset(asked.last());
        Map<String, String> query = asked.query();
        boolean expanded = "all".equals(query.get("expand"));
        int size = Integer.parseInt(query.get("per_page"));
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        if (from + size < rows(dataset).size()) {
            // alternately an absolute URL and a path
            String path = asked.exchange().getRequestURI().getPath();
            String next = path + "?expand=all&from=" + (from + size) + "&per_page=" + size;
            String whole = from / size % 2 == 0 ? base() + next : next;
            asked.answerHeader("Link", "<" + path + ">; rel=\"first\", <" + whole + ">; rel=\"next\"");
        }
        ArrayNode answer = JSON.createArrayNode();
        rows(dataset, from, size)
                .forEach(row -> answer.add(
                        expanded
                                ? told(dataset, row, (into, field, value) -> tell(dataset, into, field, value))
                                : JSON.createObjectNode()));
        asked.answer(200, answer);
    }

    private static void tell(Dataset dataset, ObjectNode into, String field, JsonNode value) {
        if (type(dataset, field) == ColumnType.TIME && value.isTextual()) {
            into.put(field, TIME.format(time(value)));
        } else {
            into.set(field, value);
        }
    }
}
