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
 * The vendor's rows before and now, and the position of the fault.
 *
 * @param before the stored rows before the poll
 * @param now the rows that a poll without a fault would store
 */
record Scene(Position position, Listing before, Listing now) {

    /** The rows that the store must have after the poll with the fault. */
    interface Expectation extends Function<Scene, SortedMap<String, JsonNode>> {}

    /** Everything is unchanged. */
    static final Expectation KEEP = scene -> scene.before().byKey();

    /** The fault had no effect. */
    static final Expectation TRUTH = scene -> scene.now().byKey();

    /** The first row of the page was rejected: its last good version stays, if there is one. */
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

    /** The first row of the page had no key, so the missing row is unknown and no row is removed. */
    static final Expectation FIRST_ROW_KEPT_AND_NONE_GONE = scene -> {
        SortedMap<String, JsonNode> rows = FIRST_ROW_KEPT.apply(scene);
        scene.before().byKey().forEach(rows::putIfAbsent);
        return rows;
    };

    /** A text field of every row is unchanged; in new rows it is empty. */
    static final Expectation TEXT_KEPT = scene -> {
        SortedMap<String, JsonNode> rows = scene.now().byKey();
        String field = scene.position().textField();
        rows.replaceAll((key, row) -> {
            JsonNode old = scene.before().rows().get(key);
            return with(row, changed -> changed.set(field, old == null ? null : old.get(field)));
        });
        return rows;
    };

    /** The first row of the page has this value instead of, or in addition to, its own. */
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
