/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.inventory.Change;
import io.vsatlink.simulator.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of a change of rows and of its result. */
final class RowChanges {
    private RowChanges() {}

    static Change read(Fields body) {
        body.onlyKnown(List.of("add", "at", "change", "remove", "set", "removeKeys"));
        Map<String, Map<String, Object>> set = new LinkedHashMap<>();
        Fields rows = body.object("set");
        rows.values()
                .forEach((key, fields) ->
                        set.put(key, Fields.of(fields, "Row " + key).values()));
        return new Change(
                body.number("add", 0).orElse(0),
                at(body),
                body.number("change", 0).orElse(0),
                body.number("remove", 0).orElse(0),
                set,
                body.texts("removeKeys"));
    }

    static Change.At at(Fields body) {
        return body.choice("at", Change.At.values()).orElse(Change.At.END);
    }

    static Map<String, Object> outcome(Change.Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("added", outcome.added());
        answer.put("changed", outcome.changed());
        answer.put("removed", outcome.removed());
        return answer;
    }
}
