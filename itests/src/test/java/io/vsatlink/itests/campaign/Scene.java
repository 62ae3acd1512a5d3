/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What the vendor had before and has now, with the fault at one place of it.
 *
 * @param before what the store had when the poll began
 * @param now what a poll without a fault would bring
 */
record Scene(Position position, Listing before, Listing now) {

    /** What the store must have after the poll that met the fault. */
    interface Expectation extends Function<Scene, SortedMap<String, JsonNode>> {}

    /** All of it stayed as it was. */
    static final Expectation KEEP = scene -> scene.before().byKey();

    /** The fault left no trace. */
    static final Expectation TRUTH = scene -> scene.now().byKey();

    /** The first row of the page was set aside: its last good version stays, if there is one. */
    static final Expectation FIRST_ROW_KEPT = scene -> {
        SortedMap<String, JsonNode> rows = scene.now().byKey();
        String key = scene.page().get(0);
        if (scene.before().rows().containsKey(key)) {
            rows.put(key, scene.before().rows().get(key));
        } else {
            rows.remove(key);
        }
        return rows;
    };

    /** The first row of the page had no key, so nobody knows which one is missing: none goes. */
    static final Expectation FIRST_ROW_KEPT_AND_NONE_GONE = scene -> {
        SortedMap<String, JsonNode> rows = FIRST_ROW_KEPT.apply(scene);
        scene.before().byKey().forEach(rows::putIfAbsent);
        return rows;
    };

    /** A text field of every row stayed as it was; in new rows it is empty. */
    static final Expectation TEXT_KEPT = scene -> {
        SortedMap<String, JsonNode> rows = scene.now().byKey();
        String field = scene.position().textField();
        rows.replaceAll((key, row) -> {
            JsonNode old = scene.before().rows().get(key);
            return with(row, changed -> changed.set(field, old == null ? null : old.get(field)));
        });
        return rows;
    };

    /** The first row of the page has this field in place of, or beside, its own. */
    static Expectation firstRowHas(BiConsumer<Position, ObjectNode> change) {
        return scene -> {
            SortedMap<String, JsonNode> rows = scene.now().byKey();
            rows.computeIfPresent(
                    scene.page().get(0), (key, row) -> with(row, copy -> change.accept(scene.position(), copy)));
            return rows;
        };
    }

    private List<String> page() {
        return now.page(position.page(), position.pageSize());
    }

    private static JsonNode with(JsonNode row, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) row);
        change.accept(copy);
        return copy;
    }
}
