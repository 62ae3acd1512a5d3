/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rows that were rejected for the same reason, whatever their values.
 *
 * @param rows their number
 * @param first the first one
 * @param values the rejected values as JSON: the first few, without duplicates
 */
record SetAsideKind(int rows, RejectedRow first, Set<String> values) {
    private static final int MOST_VALUES = 20;

    /** Rows with the same column and kind of problem are grouped. */
    private record Alike(String column, String kind) {}

    /** The most frequent reasons first. */
    static List<SetAsideKind> of(List<RejectedRow> all) {
        Map<Alike, SetAsideKind> kinds = new LinkedHashMap<>();
        for (RejectedRow each : all) {
            Alike alike = new Alike(each.problem().column(), each.problem().kind());
            Set<String> value = new LinkedHashSet<>();
            if (!each.problem().value().isEmpty()) {
                value.add(each.problem().value());
            }
            kinds.merge(alike, new SetAsideKind(1, each, value), SetAsideKind::and);
        }
        List<SetAsideKind> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparingInt(SetAsideKind::rows).reversed());
        return sorted;
    }

    private SetAsideKind and(SetAsideKind more) {
        if (values.size() < MOST_VALUES) {
            values.addAll(more.values);
        }
        return new SetAsideKind(rows + more.rows, first, values);
    }

    Problem problem() {
        return first.problem();
    }

    String sentence() {
        String what = first.key() == null ? "one" : first.key();
        return Counted.of(rows, "row") + ", for instance " + what + " (" + first.reason() + ")";
    }
}
