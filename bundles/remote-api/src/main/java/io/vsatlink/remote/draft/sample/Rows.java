/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rows in a response.
 *
 * @param pointer to the list or object that contains them; empty for the whole response
 * @param shape how they are arranged
 * @param rows of this response
 * @param others pointers to other candidates
 */
public record Rows(String pointer, Shape shape, List<JsonNode> rows, List<String> others) {
    private static final int DEEPEST = 4;
    private static final int LEAST_MEMBERS = 2;

    /** Empty if the response has no rows. */
    public static Optional<Rows> of(JsonNode answer) {
        List<Rows> found = new ArrayList<>();
        search(answer, "", 0, found);
        // the candidate with the most rows; a list rather than an object; then the outermost one
        Optional<Rows> best = found.stream()
                .max(Comparator.<Rows>comparingInt(each -> each.rows().size())
                        .thenComparing(each -> each.shape() == Shape.ARRAY)
                        .thenComparing(each -> -each.pointer().length()));
        if (best.isEmpty()) {
            return answer.isObject() && !answer.isEmpty() && !holdsList(answer)
                    ? Optional.of(new Rows("", Shape.SINGLE, List.of(answer), List.of()))
                    : Optional.empty();
        }
        List<String> others = found.stream()
                .map(Rows::pointer)
                .filter(pointer -> !pointer.equals(best.get().pointer()))
                .toList();
        return best.map(each -> new Rows(each.pointer(), each.shape(), each.rows(), others));
    }

    private static void search(JsonNode node, String pointer, int depth, List<Rows> found) {
        if (node.isArray()) {
            List<JsonNode> rows = objects(node);
            if (!rows.isEmpty() && rows.size() == node.size()) {
                found.add(new Rows(pointer, Shape.ARRAY, rows, List.of()));
            }
            return;
        }
        List<JsonNode> members = objects(node);
        if (members.size() >= LEAST_MEMBERS && members.size() == node.size() && areAlike(members)) {
            found.add(new Rows(pointer, Shape.MEMBERS, members, List.of()));
            return;
        }
        if (depth < DEEPEST) {
            node.properties()
                    .forEach(each ->
                            search(each.getValue(), pointer + "/" + Fields.escaped(each.getKey()), depth + 1, found));
        }
    }

    private static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> objects = new ArrayList<>();
        node.forEach(each -> {
            if (each.isObject() && !each.isEmpty()) {
                objects.add(each);
            }
        });
        return objects;
    }

    /** Whether objects are of the same kind: most names of each are also names of the first. */
    private static boolean areAlike(List<JsonNode> objects) {
        Set<String> first = names(objects.get(0));
        return objects.stream().allMatch(each -> {
            Set<String> shared = names(each);
            int all = shared.size();
            shared.retainAll(first);
            return shared.size() > 1 && 2 * shared.size() >= Math.max(all, first.size());
        });
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean holdsList(JsonNode answer) {
        for (JsonNode each : answer) {
            if (each.isArray()) {
                return true;
            }
        }
        return false;
    }
}
